import type { VNode } from 'preact';
import { ANSWERING_TAKES } from '../../domain/conversation/conversation-event.ts';
import { Button } from '../../ui/button.tsx';
import { formatDay } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { possessive } from '../../ui/talk-words.ts';
import type { TalkVisit } from './talk-visit.ts';

const TITLE = 'You are asked to read a plan';

/** What a link shows before its reader has said who they are: whose plan it is, and nothing of the plan. */
export function OpenPage({ here }: { readonly here: TalkVisit }): VNode {
  const { visit, voices, share, shareUrls } = here;
  const { teacher, teacherWithin, reviewer } = voices;
  return (
    <Layout title={TITLE} page={visit.frame} noindex>
      <PageHeading title={TITLE} lead={`${teacher} asks ${reviewer} to read their plan and answer it.`} />
      <form method="post" action={shareUrls.shared()}>
        <HiddenFields fields={[['act', 'confirm']]} />
        <Button preventDoubleClick>I am {reviewer}: open the plan</Button>
      </form>
      <div class="app-prose">
        <p>
          It takes {ANSWERING_TAKES}, and an answer is hoped for by {formatDay(share.answerBy)}. You need no account.
        </p>
        <p>
          You comment and answer; you change nothing in the plan. It is {possessive(teacherWithin)} own, and no part of
          appraisal. {teacher} is told when you open it and what you answer.
        </p>
        <h2>Not for you?</h2>
        <p>
          If you are somebody else, or do not know {teacherWithin}, end the link. They are told that it went to the
          wrong person.
        </p>
      </div>
      <NotMe here={here} />
    </Layout>
  );
}

/** Ends the link for good: whoever is not its reader sees nothing more, and the teacher is told. */
export function NotMe({ here: { shareUrls } }: { readonly here: TalkVisit }): VNode {
  return (
    <form method="post" action={shareUrls.shared()}>
      <HiddenFields fields={[['act', 'not-me']]} />
      <button type="submit" class="app-link-button">
        This is not for me: end the link
      </button>
    </form>
  );
}

const THANKS = 'Thank you: the link has ended';

/** After somebody said that it is not for them. */
export function NotMePage({ here: { visit, voices } }: { readonly here: TalkVisit }): VNode {
  return (
    <Layout title={THANKS} page={visit.frame} noindex>
      <PageHeading title={THANKS} lead="It opens nothing any more, for you or for anybody." />
      <p class="govuk-body">{voices.teacher} is told that it was not for you. You have nothing more to do.</p>
    </Layout>
  );
}
