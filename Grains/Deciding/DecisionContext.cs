using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Deciding;

/// <summary>What a decision needs to know beside the states: facts, all of them, so that the same input gives the same events.</summary>
/// <param name="Now">The silo's clock; whole milliseconds.</param>
/// <param name="Actor">Who gives the command.</param>
public sealed record DecisionContext(DateTimeOffset Now, Actor Actor)
{
    /// <summary><c>Tocsin:HistoricAfter</c>: a receipt that lies further back is historic.</summary>
    public TimeSpan HistoricAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The number for an incident that is being made.</summary>
    public string Number { get; init; } = "";

    /// <summary>
    /// The station and area class that the command's place or its <c>station</c> give; null when the command has neither.
    /// </summary>
    public Jurisdiction? Jurisdiction { get; init; }

    /// <summary>The timing policy that is chosen for what comes; null: none, and no clock runs.</summary>
    public TimingPolicy? Timing { get; init; }

    /// <summary><c>Tocsin:PanicCategory</c>: the category of an incident about an officer in distress.</summary>
    public string PanicCategory { get; init; } = "";

    /// <summary>Whether what the command names by its name exists.</summary>
    public bool Exists { get; init; }

    /// <summary>Another thing that has the name that the command asks for its own, by its id; null: none has.</summary>
    public string? NameHeldBy { get; init; }

    /// <summary>The keyed digest of a piece of personal data of a stream, hex.</summary>
    public Func<StreamId, string, string> Digest { get; init; } = (_, _) => "";
}
