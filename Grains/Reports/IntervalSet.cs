namespace Tocsin.Reports;

/// <summary>The six intervals of a report, being gathered.</summary>
internal sealed class IntervalSet
{
    private readonly IntervalFigures[] _figures = [.. Enum.GetValues<ReportInterval>().Select(_ => new IntervalFigures())];

    /// <summary>One of them.</summary>
    public IntervalFigures this[ReportInterval interval] => _figures[(int)interval];

    /// <summary>What came of them.</summary>
    public IntervalsView Build() => new(
        this[ReportInterval.Processing].Build(),
        this[ReportInterval.Response].Build(),
        this[ReportInterval.Acknowledge].Build(),
        this[ReportInterval.Turnout].Build(),
        this[ReportInterval.Travel].Build(),
        this[ReportInterval.Feedback].Build());
}
