import type { ComponentChildren, VNode } from 'preact';
import { BackLink } from './back-link.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Button, type ButtonProps } from './button.tsx';
import { Checkboxes } from './checkboxes.tsx';
import type { Choice, ChoiceGroupProps } from './choice-group.tsx';
import { Details } from './details.tsx';
import { ErrorMessage } from './error-message.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';
import { FileInput } from './file-input.tsx';
import type { ControlProps } from './form-group.tsx';
import { childrenFrom } from './govuk-fixtures-dom.ts';
import { Hint } from './hint.tsx';
import { InsetText } from './inset-text.tsx';
import { Label, type LabelProps, type TextSize } from './label.tsx';
import { NotificationBanner, type NotificationBannerProps } from './notification-banner.tsx';
import { Pagination, type PaginationItem, type PaginationLink } from './pagination.tsx';
import { Radios } from './radios.tsx';
import { Select } from './select.tsx';
import { SkipLink } from './skip-link.tsx';
import { SummaryList, type SummaryAction } from './summary-list.tsx';
import { Table, type TableCell } from './table.tsx';
import { Tag } from './tag.tsx';
import { Textarea } from './textarea.tsx';
import { TextInput, type TextInputProps } from './text-input.tsx';
import { WarningText } from './warning-text.tsx';

/** A fixture's options. Their shape differs by component and is not ours: each renderer below reads what it knows. */
// oxlint-disable-next-line typescript/no-explicit-any
type Options = any;

/** From the design system's options to our props, by the design system's name of the component. */
export const RENDERERS: Readonly<Record<string, (options: Options) => VNode>> = {
  'back-link': (o) => (
    <BackLink href={o.href ?? '#'} class={o.classes}>
      {content(o)}
    </BackLink>
  ),
  breadcrumbs: (o) => (
    <Breadcrumbs
      items={o.items.map((item: Options) => ({ text: content(item), href: item.href }))}
      label={o.labelText}
      collapseOnMobile={o.collapseOnMobile}
      class={o.classes}
    />
  ),
  button: (o) => (
    <Button {...o} kind={kindOf(o.classes)} isStart={o.isStartButton} class={otherClasses(o.classes)}>
      {content(o)}
    </Button>
  ),
  checkboxes: (o) => <Checkboxes {...choices(o)} values={checkedValues(o)} />,
  details: (o) => (
    <Details
      id={o.id}
      summary={o.summaryHtml ? childrenFrom(o.summaryHtml) : o.summaryText}
      open={o.open}
      class={o.classes}
    >
      {content(o)}
    </Details>
  ),
  'error-message': (o) => (
    <ErrorMessage id={o.id} prefix={o.visuallyHiddenText} class={o.classes}>
      {content(o)}
    </ErrorMessage>
  ),
  'error-summary': (o) => (
    <ErrorSummary
      title={o.titleHtml ? childrenFrom(o.titleHtml) : o.titleText}
      errors={o.errorList?.map((item: Options) => ({ text: content(item), href: item.href }))}
      autoFocus={o.disableAutoFocus === undefined ? undefined : !o.disableAutoFocus}
      class={o.classes}
    >
      {o.descriptionHtml ? childrenFrom(o.descriptionHtml) : o.descriptionText}
    </ErrorSummary>
  ),
  fieldset: (o) => (
    <Fieldset {...legend(o.legend)} describedBy={o.describedBy} role={o.role} class={o.classes}>
      {o.html && childrenFrom(o.html)}
    </Fieldset>
  ),
  'file-upload': (o) => <FileInput {...control(o)} accept={o.accept} multiple={o.multiple} class={o.classes} />,
  hint: (o) => (
    <Hint id={o.id} class={o.classes}>
      {content(o)}
    </Hint>
  ),
  input: (o) => (
    <TextInput
      {...o}
      {...control(o)}
      value={o.value === undefined ? undefined : String(o.value)}
      inputMode={o.inputmode}
      width={widthOf(o.classes)}
      prefix={o.prefix && content(o.prefix)}
      suffix={o.suffix && content(o.suffix)}
      class={o.classes?.replace(/govuk-input--width-\d+/, '')}
    />
  ),
  'inset-text': (o) => (
    <InsetText id={o.id} class={o.classes}>
      {content(o)}
    </InsetText>
  ),
  label: (o) => <Label {...label(o)}>{content(o)}</Label>,
  'notification-banner': (o) => (
    <NotificationBanner
      {...(o as NotificationBannerProps)}
      title={o.titleHtml ? childrenFrom(o.titleHtml) : o.titleText}
      titleLevel={o.titleHeadingLevel}
      autoFocus={o.disableAutoFocus === undefined ? undefined : !o.disableAutoFocus}
      class={o.classes}
    >
      {content(o)}
    </NotificationBanner>
  ),
  pagination: (o) => (
    <Pagination
      previous={o.previous && paginationLink(o.previous)}
      next={o.next && paginationLink(o.next)}
      items={o.items?.map(paginationItem)}
      label={o.landmarkLabel}
      class={o.classes}
    />
  ),
  radios: (o) => <Radios {...choices(o)} value={checkedValues(o)[0]} />,
  select: (o) => (
    <Select
      {...control(o)}
      value={selectedValue(o)}
      options={o.items?.map((item: Options) => item && { ...item, value: text(item.value) }) ?? []}
      class={o.classes}
    />
  ),
  'skip-link': (o) => (
    <SkipLink href={o.href} class={o.classes}>
      {content(o)}
    </SkipLink>
  ),
  'summary-list': (o) => <SummaryList rows={o.rows.map(summaryRow)} class={o.classes} />,
  table: (o) => (
    <Table
      caption={o.caption}
      captionSize={sizeIn(o.captionClasses)}
      head={o.head?.map(tableCell)}
      rows={o.rows.map((row: Options) => row && row.map(tableCell))}
      firstCellIsHeader={o.firstCellIsHeader}
      class={o.classes}
    />
  ),
  tag: (o) => <Tag class={o.classes}>{content(o)}</Tag>,
  textarea: (o) => <Textarea {...o} {...control(o)} class={o.classes} />,
  'warning-text': (o) => (
    <WarningText iconText={o.iconFallbackText} class={o.classes}>
      {content(o)}
    </WarningText>
  ),
};

function content(o: Options): ComponentChildren {
  return o.html ? childrenFrom(o.html) : o.text;
}

function text(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? `${value as string | number | boolean}` : undefined;
}

function sizeIn(classes: string | undefined): TextSize | undefined {
  return /--(s|m|l|xl)(?:\s|$)/.exec(classes ?? '')?.[1] as TextSize | undefined;
}

/** The class names that are not said by a prop of ours. */
function otherClasses(classes: string | undefined): string | undefined {
  return classes?.replace(/govuk-(?:button|label|fieldset__legend)--[a-z]+/, '');
}

function kindOf(classes: string | undefined): ButtonProps['kind'] {
  return /govuk-button--(\w+)/.exec(classes ?? '')?.[1] as ButtonProps['kind'];
}

function widthOf(classes: string | undefined): TextInputProps['width'] {
  const width = /--width-(\d+)/.exec(classes ?? '')?.[1];
  return width === undefined ? undefined : (Number(width) as TextInputProps['width']);
}

function label(o: Options): LabelProps {
  return { for: o.for, size: sizeIn(o.classes), isPageHeading: o.isPageHeading, class: otherClasses(o.classes) };
}

function legend(o: Options): Pick<FieldsetProps, 'legend' | 'legendSize' | 'legendIsPageHeading' | 'legendClass'> {
  return {
    legend: o && content(o),
    legendSize: sizeIn(o?.classes),
    legendIsPageHeading: o?.isPageHeading,
    legendClass: otherClasses(o?.classes),
  };
}

function control(o: Options): ControlProps {
  const ownLabel = label(o.label);
  return {
    name: o.name,
    id: o.id,
    label: content(o.label),
    labelSize: ownLabel.size,
    labelIsPageHeading: ownLabel.isPageHeading,
    labelClass: ownLabel.class,
    hint: o.hint && content(o.hint),
    error: o.errorMessage && content(o.errorMessage),
    describedBy: o.describedBy,
    disabled: o.disabled,
    groupClass: o.formGroup?.classes,
  };
}

function choices(o: Options): ChoiceGroupProps {
  return {
    ...legend(o.fieldset?.legend),
    name: o.name,
    idPrefix: o.idPrefix,
    items: o.items.map((item: Options) => item && choice(item)),
    hint: o.hint && content(o.hint),
    error: o.errorMessage && content(o.errorMessage),
    describedBy: o.fieldset?.describedBy ?? o.describedBy,
    groupClass: o.formGroup?.classes,
    class: o.classes,
  };
}

function choice(item: Options): Choice {
  if (item.divider) return { divider: item.divider };
  return {
    value: String(item.value),
    text: content(item),
    hint: item.hint && content(item.hint),
    id: item.id,
    disabled: item.disabled,
    conditional: item.conditional?.html ? childrenFrom(item.conditional.html) : undefined,
    exclusive: item.behaviour === 'exclusive',
  };
}

function selectedValue(o: Options): string | undefined {
  const chosen = o.items?.find(
    (item: Options) => item?.selected ?? (o.value && (item?.value ?? item?.text) === o.value),
  );
  return chosen && String(chosen.value ?? chosen.text);
}

function checkedValues(o: Options): readonly string[] {
  const chosen: readonly unknown[] = o.values ?? (o.value === undefined ? [] : [o.value]);
  const ticked = o.items.filter((item: Options) => item?.checked ?? chosen.includes(item?.value));
  return ticked.map((item: Options) => String(item.value));
}

function paginationLink(o: Options): PaginationLink {
  return { href: o.href, text: o.html || o.text ? content(o) : undefined, label: o.labelText };
}

function paginationItem(o: Options): PaginationItem {
  return o?.ellipsis ? { ellipsis: true } : { ...o, name: o?.visuallyHiddenText };
}

function summaryRow(row: Options): Options {
  return (
    row && {
      key: content(row.key),
      value: content(row.value),
      actions: row.actions?.items?.map((action: Options): SummaryAction => ({
        href: action.href,
        text: content(action),
        hiddenText: action.visuallyHiddenText,
      })),
    }
  );
}

function tableCell(o: Options): TableCell {
  return {
    text: content(o),
    numeric: o.format === 'numeric',
    colSpan: o.colspan,
    rowSpan: o.rowspan,
    class: o.classes,
  };
}
