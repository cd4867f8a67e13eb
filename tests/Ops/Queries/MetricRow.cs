namespace Tocsin.Tests.Ops.Queries;

/// <summary>A metric as <c>docs/telemetry.md</c> has it.</summary>
/// <param name="Name">Its name at <c>/metrics</c>; a histogram's without <c>_bucket</c>.</param>
/// <param name="Kind">counter, gauge or histogram.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Meaning">What it says.</param>
internal sealed record MetricRow(string Name, string Kind, string Unit, IReadOnlyList<string> Labels, string Meaning)
{
    /// <summary>The names of its series.</summary>
    public IEnumerable<string> Series => Kind == "histogram" ? [Name + "_bucket", Name + "_sum", Name + "_count"] : [Name];
}
