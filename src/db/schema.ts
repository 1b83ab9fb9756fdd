/** The tables as Kysely sees them: text, integer and real only, so that both databases give the same values. */
export interface Schema {
  item_version: {
    kind: string;
    id: string;
    layer: 'shipped' | 'edited';
    version: number;
    owner: string;
    areas: string;
    position: number;
    document: string;
    hash: string;
    withdrawn: 0 | 1;
    recorded_at: string;
  };
  newest_version: Schema['item_version'];
  current_item: Pick<Schema['item_version'], 'kind' | 'id' | 'layer' | 'version' | 'owner' | 'areas' | 'position' | 'document'>;
  alias: { kind: 'opportunity'; old_id: string; new_id: string };
  catalogue_state: { only_row: 1; version: string; content_version: string; hub: string; loaded_at: string };
}
