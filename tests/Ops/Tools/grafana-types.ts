// What Grafana publishes and the dashboards are checked with. A kind of panel that is to be used has to stand here.
import type * as bargauge from './node_modules/@grafana/schema/dist/types/raw/composable/bargauge/panelcfg/x/types.gen.js';
import type * as heatmap from './node_modules/@grafana/schema/dist/types/raw/composable/heatmap/panelcfg/x/types.gen.js';
import type * as stat from './node_modules/@grafana/schema/dist/types/raw/composable/stat/panelcfg/x/types.gen.js';
import type * as table from './node_modules/@grafana/schema/dist/types/raw/composable/table/panelcfg/x/types.gen.js';
import type * as timeseries from './node_modules/@grafana/schema/dist/types/raw/composable/timeseries/panelcfg/x/types.gen.js';
import type * as dashboard from './node_modules/@grafana/schema/dist/types/raw/dashboard/x/types.gen.js';
import type * as prometheus from './node_modules/@grafana/grafana-foundation-sdk/dist/prometheus/types.gen.js';

export type Dashboard = dashboard.Dashboard;
export type Panel = dashboard.Panel;
export type Row = dashboard.RowPanel;
export type Query = prometheus.Dataquery;
export type BargaugeOptions = bargauge.Options;
export type HeatmapOptions = heatmap.Options;
export type HeatmapLook = heatmap.FieldConfig;
export type StatOptions = stat.Options;
export type TableOptions = table.Options;
export type TableLook = table.FieldConfig;
export type TimeseriesOptions = timeseries.Options;
export type TimeseriesLook = timeseries.FieldConfig;
