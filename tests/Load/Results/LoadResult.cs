using Tocsin.Tests.Load.Profiles;

namespace Tocsin.Tests.Load.Results;

/// <summary>What a run of a profile measured; written as JSON as it stands here (docs/load.md).</summary>
/// <param name="Schema">The version of this shape.</param>
/// <param name="Program">The version of this program.</param>
/// <param name="StartedAt">When calls began to arrive.</param>
/// <param name="Seed">The run of chance.</param>
/// <param name="Profile">The profile as it was run.</param>
/// <param name="Gateways">The gateways.</param>
/// <param name="Server">The version that the gateway says it is; null where it says none.</param>
/// <param name="Machine">The machine of this program.</param>
/// <param name="AskedSeconds">How long calls were to arrive.</param>
/// <param name="Seconds">How long they did.</param>
/// <param name="Interrupted">Whether somebody ended it early.</param>
/// <param name="Stories">What happened.</param>
/// <param name="All">All commands together; the verdict's percentile.</param>
/// <param name="Commands">Each kind of command.</param>
/// <param name="Reads">What was only asked.</param>
/// <param name="Positions">Batches of positions; no element where there were none.</param>
/// <param name="Done">Requests that were done, or refused as expected.</param>
/// <param name="Failed">Requests that failed.</param>
/// <param name="Errors">Failures by kind and code.</param>
/// <param name="Expected">Refusals that the story reckons with, which are no failures.</param>
/// <param name="Feed">The consoles.</param>
/// <param name="Clocks">The clocks.</param>
/// <param name="Own">This program.</param>
/// <param name="Processes">This program, then each watched process.</param>
/// <param name="Samples">The run, step by step.</param>
public sealed record LoadResult(
    string Schema,
    string Program,
    DateTimeOffset StartedAt,
    int Seed,
    LoadProfile Profile,
    IReadOnlyList<Uri> Gateways,
    string? Server,
    Machine Machine,
    double AskedSeconds,
    double Seconds,
    bool Interrupted,
    StoryFigures Stories,
    KindFigures All,
    IReadOnlyList<KindFigures> Commands,
    IReadOnlyList<KindFigures> Reads,
    IReadOnlyList<KindFigures> Positions,
    long Done,
    long Failed,
    IReadOnlyList<CodeCount> Errors,
    IReadOnlyList<CodeCount> Expected,
    FeedFigures Feed,
    ClockFigures Clocks,
    OwnFigures Own,
    IReadOnlyList<ProcessFigures> Processes,
    IReadOnlyList<LoadSample> Samples)
{
    /// <summary>The version of the shape; a field that goes away or changes its meaning makes it another.</summary>
    public const string SchemaVersion = "tocsin-load/1";

    /// <summary>What was typed to run it; empty where nobody typed anything.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>
    /// Commands that were done, or refused as expected, within <see cref="LoadLimits.Promise"/>; null in results of before this was
    /// counted.
    /// </summary>
    public long? CommandsInTime { get; init; }

    /// <summary>Positions that were refused; null in results of before this was counted.</summary>
    public long? PositionsRefused { get; init; }

    /// <summary>The latencies of each kind, slot by slot.</summary>
    public IReadOnlyList<LatencySlot> Slots { get; init; } = [];

    /// <summary>What decides the verdict.</summary>
    public IReadOnlyList<Criterion> Criteria => Verdict.Of(this);

    /// <summary>Whether all of it holds; an interrupted run has no good verdict.</summary>
    public bool Good => !Interrupted && Criteria.All(c => c.Holds);

    /// <summary>What does not hold, in a line each.</summary>
    public IReadOnlyList<string> Failures() =>
        [.. Criteria.Where(c => !c.Holds).Select(c => $"{c.Name}: {c.Figure}, the limit is {c.Limit}")];
}
