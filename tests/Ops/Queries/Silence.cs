namespace Tocsin.Tests.Ops.Queries;

/// <summary>What is silent on a cluster that is well, and why. Everything else has data.</summary>
internal static class Silence
{
    private const string Alerts = "ALERTS";

    /// <summary>Queries that give nothing then: what they read is looked at instead.</summary>
    public static IReadOnlyDictionary<string, string> Queries { get; } = new Dictionary<string, string>
    {
        ["instance:tocsin_appends_lost:increase5m"] = "no append was lost",
        ["instance:tocsin_epochs_moved:increase5m"] = "the journal's history is one",
        ["instance:tocsin_appends_rejected:increase5m"] = "the database refused nothing",
        ["instance:tocsin_watch_stuck:increase5m"] = "every stream moved when it was woken",
        ["instance:tocsin_feed_cut:increase5m"] = "every client read its feed",
        ["instance:tocsin_overdue_incomplete:increase5m"] = "no more was late than is counted",
        ["instance:tocsin_live_unreadable:increase5m"] = "every row of the board could be read",
        ["instance:tocsin_overdue_unreadable:increase5m"] = "every row that is late could be read",
        ["instance:tocsin_damaged:increase5m"] = "nothing that was read is damaged",
        ["instance:tocsin_probe_steps_bad:increase5m"] = "the probe did all its steps in time",
        ["tocsin-gateway \"Clients cut per hour\""] = "no client was cut; by what code is not known before",
    };

    /// <summary>Series that come only with what they count: the beginning of a selector.</summary>
    public static IReadOnlyDictionary<string, string> Series { get; } = new Dictionary<string, string>
    {
        [Alerts] = "nothing fires that is a page or a ticket",
        ["tocsin_journal_appends_total{tocsin_journal_outcome=~\"unavailable|dropped|queue_full\"}"] = "no append was lost",
        ["tocsin_journal_appends_total{tocsin_journal_outcome=\"epoch_moved\"}"] = "no restore, no failover",
        ["tocsin_journal_appends_total{tocsin_journal_outcome=\"rejected\"}"] = "the database refused nothing",
        ["tocsin_watch_stuck_total"] = "every stream moved when it was woken",
        ["tocsin_feed_cut_total"] = "no client was cut",
        ["tocsin_overdue_incomplete_total"] = "no more was late than is counted",
        ["tocsin_journal_tail_failures_total"] = "the tail and its observers did not fail",
        ["tocsin_live_unreadable_total"] = "every row of the board could be read",
        ["tocsin_overdue_unreadable_total"] = "every row that is late could be read",
        ["tocsin_journal_damaged_total"] = "nothing that was read is damaged",
        ["tocsin_gateway_tries_repeated_total"] = "no silo died under a call",
        ["tocsin_access_refused_total"] = "the access log could be written",
        ["tocsin_access_dropped_total"] = "no item of the access log was lost",
        ["tocsin_signin_"] = "nobody signs in by a provider",
        ["tocsin_standby_kept{choice!=\"none\"}"] = "no standby is promised",
        ["tocsin_recommendation_missing_total"] = "every response plan found its units",
    };

    /// <summary>Whether a selector may give nothing: it is on the list, and its metric is one that a program has.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="known">The metrics that there are.</param>
    public static bool IsSilent(Selector selector, IReadOnlySet<string> known) =>
        Queries.ContainsKey(selector.Metric)
        || (Series.Keys.Any(s => selector.Text.StartsWith(s, StringComparison.Ordinal))
            && (selector.Metric == Alerts || known.Contains(selector.Metric)));
}
