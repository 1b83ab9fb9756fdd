import type { Services } from '../../services/services.ts';
import { getSchool } from '../../db/schools.ts';
import { COHORT_IDS, type CohortId } from '../../domain/funding/funding-cohorts.ts';
import { factBehind } from '../../domain/funding/funding-facts.ts';
import { intakesAbout } from '../../domain/funding/funding-intakes.ts';
import { NPQ_CODES } from '../../domain/catalogue/npq.ts';
import type { App } from '../../http/app-type.ts';
import { keptNowhere, sendPage, type Visit } from '../../http/page.ts';
import { PATHS } from '../../urls.ts';
import { costedOpportunities, costedStep, costsOf, findCosted } from './cost.ts';
import { readCostForm } from './cost-form.ts';
import { CostPage } from './cost-page.tsx';
import { FundingPage } from './funding-page.tsx';
import { fundingVisit, type FundingVisit } from './funding-visit.ts';
import { PathPage } from './path-page.tsx';
import {
  CHANGES,
  ifYouMoved,
  ifYouMovedTo,
  ifYouWaited,
  KINDS_OF_SCHOOL,
  type KindOfSchool,
  type WhatIf,
} from './what-if.ts';
import { WhatIfPage, type WhatIfPageProps } from './what-if-page.tsx';

export function fundingRoutes(app: App, services: Services): void {
  app.get(PATHS.funding, async (context) => {
    const here = await fundingVisit(context, services);
    const intakes = intakesAbout(here.visit.asked.day);
    const { newest } = intakes;
    const answers = newest === undefined ? [] : NPQ_CODES.map((npq) => here.pays.answer(npq, newest));
    const props = { ...here, intakes, newest: answers.filter(({ status }) => status !== 'not-offered') };
    return sendPage(context, here.visit, <FundingPage {...props} />);
  });

  app.get(PATHS.fundingPath, async (context) => {
    const here = await fundingVisit(context, services);
    const answer = answerNamed(here);
    const fact = answer && factBehind(here.visit.on.catalogue.facts, answer.fact);
    return sendPage(context, changing(here.visit), <PathPage {...here} answer={answer} fact={fact} />);
  });

  app.get(PATHS.fundingCost, async (context) => {
    const here = await fundingVisit(context, services);
    const { on, asked } = here.visit;
    const form = readCostForm(asked);
    const chosen = findCosted(on, asked.query.get('npq') ?? asked.query.get('step') ?? '');
    const costs = chosen && costsOf(costedStep(chosen, on), form.entries, here.pays, on);
    const page = <CostPage {...here} form={form} costs={costs} choices={costedOpportunities(on)} />;
    return sendPage(context, changing(here.visit), page, Object.keys(form.errors).length > 0 ? 422 : 200);
  });

  app.get(PATHS.whatIf, async (context) => {
    const here = await fundingVisit(context, services);
    const change = CHANGES.find((one) => one === here.visit.asked.query.get('change'));
    const props: WhatIfPageProps = { ...here, change, ...(await comparison(services, here, change)) };
    return sendPage(
      context,
      changing(here.visit),
      <WhatIfPage {...props} />,
      props.other.error === undefined ? 200 : 422,
    );
  });
}

/** Lists are imported while the service runs, so what rests on them is never kept by anybody in between. */
function changing(visit: Visit): Visit {
  return keptNowhere(visit);
}

function answerNamed({ visit: { asked }, pays }: FundingVisit) {
  const npq = NPQ_CODES.find((code) => code === asked.query.get('npq'));
  const cohort: CohortId | undefined = COHORT_IDS.find((id) => id === asked.query.get('cohort'));
  return npq && cohort && pays.answer(npq, cohort);
}

type Comparison = Pick<WhatIfPageProps, 'compared' | 'other' | 'kind'>;

async function comparison(
  services: Services,
  { visit: { asked }, pays, ready }: FundingVisit,
  change: WhatIfPageProps['change'],
): Promise<Comparison> {
  const typed = (asked.query.get('other') ?? '').trim();
  const kind = (Object.keys(KINDS_OF_SCHOOL) as KindOfSchool[]).find((one) => one === asked.query.get('kind'));
  const answered = (compared: WhatIf | undefined, error?: string): Comparison => ({
    compared,
    kind,
    other: { typed, error },
  });
  if (change === 'wait') return answered(ifYouWaited(pays));
  if (change !== 'school') return answered(undefined);
  if (typed === '') return answered(kind && ifYouMovedTo(pays, kind));
  const school = /^\d{6}$/.test(typed) && ready ? await getSchool(services.db, Number(typed)) : undefined;
  return school
    ? answered(ifYouMoved(pays, asked, school))
    : answered(undefined, 'No school has that URN. It is a number of six digits');
}
