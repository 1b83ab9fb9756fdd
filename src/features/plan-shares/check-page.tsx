import type { VNode } from 'preact';
import { SECTION_WORDS, SECTIONS } from '../../domain/conversation/share.ts';
import { seenOf, sharedPlan, stepsToAnswer, type SharedPlan } from '../../domain/conversation/step-answers.ts';
import { guessedSteps } from '../../domain/plan/timetable.ts';
import { GUESS_WORDS } from '../../domain/plan/timetable-words.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { Button } from '../../ui/button.tsx';
import { formatDay, formatList } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { SharedParts } from '../../ui/shared-parts.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { seenWords, type Voices } from '../../ui/talk-words.ts';
import { daysOfSharing, fieldsOf, type Sharing } from './share-form.ts';

export interface CheckPageProps {
  readonly here: PlanVisit;
  readonly sharing: Sharing;
}

const TITLE = 'Check before it is sent';

/** Who it goes to, what they see and what not: once this is sent it cannot be taken out of their mail again. */
export function CheckPage({ here, sharing }: CheckPageProps): VNode {
  const { visit, planUrls, plan, kept } = here;
  const { name, address, yourName, sections } = sharing;
  const { answerBy, expiresOn } = daysOfSharing(sharing, { plan, on: visit.on, today: visit.today });
  const hidden = SECTIONS.filter((section) => !sections.includes(section));
  const shared = sharedPlan(plan, sections);
  return (
    <Layout title={TITLE} page={visit.frame} noindex>
      <PageHeading title={TITLE} caption={plan.title} />
      <SummaryList
        rows={[
          { key: 'To', value: name },
          { key: 'Email address', value: <span class="app-share__address">{address}</span> },
          { key: 'From', value: yourName },
          { key: 'They see', value: formatList(['The steps in your timetable', ...sections.map(words)]) },
          {
            key: 'They do not see',
            value: formatList(['Steps outside the timetable', ...hidden.map(words), 'your other plans']),
          },
          { key: 'Answer by', value: formatDay(answerBy) },
          { key: 'Link works until', value: formatDay(expiresOn) },
        ]}
      />
      <form method="post" action={planUrls.shares()}>
        <HiddenFields fields={[['version', String(kept.version)], ...fieldsOf(sharing)]} />
        <div class="govuk-button-group">
          <Button name="act" value="share" preventDoubleClick>
            Send it to {name}
          </Button>
          <button type="submit" name="act" value="edit" class="app-link-button">
            Change something first
          </button>
        </div>
      </form>
      <PageSection id="preview" name={`What ${name} will see`} lead="This, and nothing else of it.">
        <StepsSeen
          shared={shared}
          guesses={guessedSteps(here.checks)}
          voices={{ to: 'reviewer', teacher: yourName, teacherWithin: yourName, reviewer: name }}
        />
        <SharedParts
          plan={shared.plan}
          halfTerms={here.halfTerms}
          checks={here.checks}
          today={visit.today}
          teacher={yourName}
        />
      </PageSection>
    </Layout>
  );
}

function words(section: Sharing['sections'][number]): string {
  const text = SECTION_WORDS[section];
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** The steps as their reader reads them. */
function StepsSeen({
  shared,
  guesses,
  voices,
}: {
  readonly shared: SharedPlan;
  readonly guesses: ReadonlySet<string>;
  readonly voices: Voices;
}): VNode {
  return (
    <ol class="app-talk">
      {stepsToAnswer(shared).map((step) => (
        <li key={step.id} class={`app-talk__step app-route--${step.route}`}>
          <h3 class="app-talk__name">{step.name}</h3>
          <p class="app-talk__what">{seenWords(seenOf(step, shared.sections), voices)}</p>
          {guesses.has(step.id) && <p class="app-talk__note">{GUESS_WORDS}.</p>}
          {step.note !== '' && <p class="app-talk__note">{step.note}</p>}
        </li>
      ))}
    </ol>
  );
}
