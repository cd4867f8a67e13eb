using System.Text.RegularExpressions;
using Tocsin.Tests.Ops.Grafana;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Ops.Prometheus;

/// <summary>What holds for every alert, so that whoever it wakes knows what to do.</summary>
public sealed partial class AlertRuleTests
{
    private static readonly string[] Severities = ["page", "ticket", "info"];
    private static readonly string[] Scopes = ["mission", "service", "data", "machine", "monitoring"];
    private static readonly string[] Headings = ["## Meaning", "## Impact", "## Diagnosis", "## Mitigation"];

    [Fact]
    public void Each_says_how_urgent_it_is_and_whose() => Assert.All(RuleBook.Alerts, alert =>
    {
        Assert.Contains(alert.Labels["severity"], Severities);
        Assert.Contains(alert.Labels["scope"], Scopes);
    });

    [Fact]
    public void Each_says_what_is_wrong_and_what_that_means() => Assert.All(RuleBook.Alerts, alert =>
    {
        Assert.NotEmpty(alert.Annotations["summary"]);
        Assert.NotEmpty(alert.Annotations["description"]);
    });

    [Fact]
    public void Each_leads_to_its_runbook_and_to_a_dashboard_that_is_there() => Assert.All(RuleBook.Alerts, alert =>
    {
        Assert.Equal($"{{{{ $externalLabels.runbooks }}}}/{alert.Name}.md", alert.Annotations["runbook_url"]);
        Assert.Contains(alert.Annotations["dashboard_url"], Dashboard.All.Select(d => $"{{{{ $externalLabels.grafana }}}}/d/{d.Uid}"));
    });

    [Fact]
    public void Each_has_a_runbook_of_four_parts_and_none_lacks_its_alert()
    {
        var runbooks = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "ops/runbooks"), "*.md")
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);

        Assert.Equal(
            RuleBook.Alerts.Select(a => a.Name).Distinct().Order(StringComparer.Ordinal), runbooks.Keys.Order(StringComparer.Ordinal));
        Assert.All(runbooks, runbook =>
        {
            Assert.StartsWith($"# {runbook.Key}\n", runbook.Value, StringComparison.Ordinal);
            Assert.Equal(Headings, Heading().Matches(runbook.Value).Select(m => m.Value.TrimEnd()));
            Assert.All(
                Heading().Split(runbook.Value).Skip(1), part => Assert.True(part.Trim().Length > 20, $"{runbook.Key} has an empty part."));
        });
    }

    [Fact]
    public void Each_is_shown_firing_and_silent()
    {
        Assert.Empty(RuleBook.Alerts.Where(alert => !Has(alert, firing: true)).Select(a => $"{a} is never shown firing"));
        Assert.Empty(RuleBook.Alerts.Where(alert => !Has(alert, firing: false)).Select(a => $"{a} is never shown silent"));

        static bool Has(AlertRule alert, bool firing) => RuleBook.Cases.Any(c => c.IsThere == firing
            && c.Expression.Contains($"alertname=\"{alert.Name}\"", StringComparison.Ordinal)
            && c.Expression.Contains("alertstate=\"firing\"", StringComparison.Ordinal)
            && (alert.Window is null || c.Expression.Contains($"window=\"{alert.Window}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_recorded_series_that_a_rule_reads_is_recorded() => Assert.Empty(RuleBook.Expressions
        .SelectMany(e => RecordedName().Matches(e.Expression)
            .Where(m => !RuleBook.Recorded.Contains(m.Value))
            .Select(m => $"{e.Rule}: {m.Value}")));

    [Fact]
    public void Alertmanager_silences_only_what_there_is() => Assert.Empty(AlertNames()
        .Matches(File.ReadAllText(Path.Combine(Checkout.Root, "ops/alertmanager/alertmanager.yml")))
        .SelectMany(m => m.Groups["names"].Value.Split('|'))
        .Except(RuleBook.Alerts.Select(a => a.Name)));

    [GeneratedRegex(@"^## .*\n", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?:tocsin|instance):[a-z0-9_]+:[a-z0-9_]+")]
    private static partial Regex RecordedName();

    [GeneratedRegex(@"alertname=~?""(?<names>[^""]+)""")]
    private static partial Regex AlertNames();
}
