using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>An incident as it is made.</summary>
public sealed class PlannedIncident
{
    /// <summary>Its place among the file's incidents.</summary>
    public required int Index { get; init; }

    /// <summary>The file's incident number, else its call number.</summary>
    public required string Number { get; init; }

    /// <summary>The first line that speaks of it.</summary>
    public required int Line { get; init; }

    /// <summary>When its first call was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The calls about it, the one that made it first; none where the file names no calls.</summary>
    public required IReadOnlyList<PlannedCall> Calls { get; init; }

    /// <summary>What it is.</summary>
    public required string Category { get; init; }

    /// <summary>Whether the file said what it is.</summary>
    public required bool CategoryKnown { get; init; }

    /// <summary>Tocsin's priority, 1..4.</summary>
    public required int Priority { get; init; }

    /// <summary>Whether the file's priority is one that is known.</summary>
    public required bool PriorityKnown { get; init; }

    /// <summary>Where it is, as far as the file says.</summary>
    public required PlaceView? Place { get; init; }

    /// <summary>The station responsible, empty where the file has none.</summary>
    public required string Station { get; init; }

    /// <summary>How it ended, empty where the file does not say.</summary>
    public required string Disposition { get; init; }

    /// <summary>The file's numbers, so that it can be found by them.</summary>
    public required string Narrative { get; init; }

    /// <summary>The units' responses in order of dispatch.</summary>
    public List<PlannedResponse> Responses { get; } = [];

    /// <summary>The step that makes it.</summary>
    public Step Made { get; set; } = null!;

    /// <summary>The step that closes it; null where the file has no disposition.</summary>
    public Step? Closed { get; set; }

    /// <summary>The last moment that the file gives for it and that has come: when it is closed, since the file has no closure.</summary>
    public DateTimeOffset LastMomentBefore(DateTimeOffset now) =>
        Responses.SelectMany(r => r.Moments).Where(m => m <= now).Append(ReceivedAt).Max();
}
