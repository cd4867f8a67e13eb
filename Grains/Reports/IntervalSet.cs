namespace Tocsin.Reports;

/// <summary>The six intervals of <c>api.md</c>, being gathered.</summary>
internal sealed class IntervalSet
{
    public IntervalFigures Processing { get; } = new();

    public IntervalFigures Response { get; } = new();

    public IntervalFigures Acknowledge { get; } = new();

    public IntervalFigures Turnout { get; } = new();

    public IntervalFigures Travel { get; } = new();

    public IntervalFigures Feedback { get; } = new();

    /// <summary>What came of them.</summary>
    public IntervalsView Build() =>
        new(Processing.Build(), Response.Build(), Acknowledge.Build(), Turnout.Build(), Travel.Build(), Feedback.Build());
}
