import type { VNode } from 'preact';
import { londonDay, londonTime } from '../../domain/calendar/london.ts';
import { offeredDays, offeredTimes, USUAL_TIME } from '../../domain/conversation/meeting.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import { Button } from '../../ui/button.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { dayWithWeekday, meetingWords } from '../../ui/meeting-words.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { Select } from '../../ui/select.tsx';
import type { AgendaVisit, TalkWith } from './agenda-visit.ts';

export interface InvitationSectionProps {
  readonly agenda: AgendaVisit;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** When the two talk: the time that was chosen, and the form that chooses one. */
export function InvitationSection(props: InvitationSectionProps): VNode {
  const { here, talks } = props.agenda;
  const canAsk = here.owner !== undefined && talks.length > 0;
  return (
    <PageSection id="invitation" name="A time for it" lead={canAsk ? LEAD : undefined}>
      {canAsk ? (
        <>
          {talks.map((talk) => talk.meeting && <Arranged key={talk.share.id} agenda={props.agenda} talk={talk} />)}
          <ChooseTime {...props} />
        </>
      ) : (
        <First agenda={props.agenda} />
      )}
    </PageSection>
  );
}

const LEAD = 'Both of you get it for your calendars. Choosing another time moves it.';

/** What has to be done before anybody can be asked. */
function First({ agenda: { here } }: { readonly agenda: AgendaVisit }): VNode {
  if (!here.owner)
    return (
      <p class="govuk-body">
        An invitation goes out in your name, so that the answer reaches you.{' '}
        <a class="govuk-link" href={here.planUrls.shares()}>
          Sign in and share the plan
        </a>{' '}
        first, or agree a time in person.
      </p>
    );
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={here.planUrls.shares()}>
        Share the plan with your line manager
      </a>{' '}
      first. Then a time can be sent to both of your calendars.
    </p>
  );
}

function Arranged({ agenda: { here }, talk }: { readonly agenda: AgendaVisit; readonly talk: TalkWith }): VNode {
  const { share, meeting } = talk;
  const { planUrls } = here;
  return (
    <div class="app-agenda__arranged">
      <p class="govuk-body">
        <strong>{meetingWords(meeting?.startsAt ?? '')}</strong>, with {share.name}.{' '}
        <a class="govuk-link" href={planUrls.agendaFile('ten-minutes.ics', [['share', share.id]])}>
          Put it into a calendar
        </a>
      </p>
      <form method="post" action={planUrls.agenda()}>
        <HiddenFields
          fields={[
            ['act', 'cancel'],
            ['share', share.id],
          ]}
        />
        <button type="submit" class="app-link-button">
          Cancel it<span class="govuk-visually-hidden"> with {share.name}</span>
        </button>
      </form>
    </div>
  );
}

function ChooseTime(props: InvitationSectionProps): VNode {
  const { here, talks } = props.agenda;
  const isMoved = talks.length === 1 && talks[0]?.meeting !== undefined;
  return (
    <form method="post" action={here.planUrls.agenda('invitation')} noValidate>
      <HiddenFields fields={[['act', 'invite']]} />
      <WithWhom {...props} />
      <DayAndTime {...props} />
      <p class="govuk-body">
        Your address, {here.owner?.address}, stands in the invitation, so that the answer comes to you.
      </p>
      <Button>{isMoved ? 'Move it' : 'Send the invitation'}</Button>
    </form>
  );
}

function WithWhom({ agenda: { talks }, sent }: InvitationSectionProps): VNode {
  const [first, ...others] = talks;
  const id = first?.share.id ?? '';
  if (others.length === 0) return <HiddenFields fields={[['share', id]]} />;
  return (
    <Select
      name="share"
      label="With whom"
      labelSize="s"
      value={sent?.one('share') ?? id}
      options={talks.map(({ share }) => ({ value: share.id, text: share.name }))}
    />
  );
}

function DayAndTime({ agenda, sent, errors }: InvitationSectionProps): VNode {
  const { here, talks, paper } = agenda;
  const meeting = talks[0]?.meeting;
  const days = offeredDays(here.visit.today, paper.dates);
  const field = (name: 'day' | 'time', held: string | undefined) => ({
    name,
    labelSize: 's' as const,
    value: sent?.one(name) ?? held,
    error: errors?.get(name),
  });
  return (
    <>
      <Select
        {...field('day', meeting && londonDay(meeting.startsAt))}
        label="Day"
        hint="The next ten school days, by the term dates of your school or area."
        options={[
          { value: '', text: 'Choose a day' },
          ...days.map((day) => ({ value: day, text: dayWithWeekday(day) })),
        ]}
      />
      <Select
        {...field('time', meeting ? londonTime(meeting.startsAt) : USUAL_TIME)}
        label="Time"
        options={offeredTimes().map((time) => ({ value: time, text: time }))}
      />
    </>
  );
}
