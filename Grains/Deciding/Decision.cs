using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Deciding;

/// <summary>What the rules say to a command: a refusal, or the events (none: nothing changes, and that is an answer too).</summary>
public sealed record Decision
{
    /// <summary>Why not; null when it is done.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>The events of all streams, in the order in which they shall stand in the journal.</summary>
    public IReadOnlyList<DecidedEvent> Events
    {
        get;
        init => (field, After) = (value, null);
    } = [];

    /// <summary>
    /// The states after <see cref="Events"/>, where they were computed on the way; null: they were not, or other events were given since.
    /// </summary>
    public StateSet? After { get; init; }

    /// <summary>Personal data to write.</summary>
    public IReadOnlyList<PersonalEntry> Personal { get; init; } = [];

    /// <summary>
    /// What the answer says beyond the thing itself: members of a JSON object, e.g. <c>"refused":[…]</c>; null when nothing.
    /// </summary>
    public string? Extra { get; init; }

    /// <summary>The thing that the answer shows, where it is another one than the command's own; null: its own.</summary>
    public StreamId? Answers { get; init; }

    /// <summary>
    /// Streams that the decision relies on without holding their gates, each with the version that it saw: if one has moved on, the append
    /// conflicts and the command is decided again.
    /// </summary>
    public IReadOnlyList<(StreamId Stream, int Version)> Relies { get; init; } = [];

    /// <summary>A refusal.</summary>
    public static Decision Refuse(Refusal refusal) => new() { Refusal = refusal };

    /// <summary>A refusal by its code.</summary>
    public static Decision Refuse(RefusalCode code, string detail) => Refuse(new Refusal(code, detail));

    /// <summary>It is done: these are the events.</summary>
    public static Decision Do(params IReadOnlyList<DecidedEvent> events) => new() { Events = events };

    /// <summary>It stands already: nothing is recorded.</summary>
    public static Decision Nothing { get; } = new();
}
