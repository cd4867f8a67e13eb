using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.StreamKinds;

/// <summary>
/// All that the shared rooms must know of one kind of stream. Each feature states it once, in its own folder; shell, journal, tail, board,
/// watch, overdue list, audit and gateway ask the definition and never the kind. Each member that has no safe default is required.
/// </summary>
internal sealed class StreamDefinition
{
    /// <summary>The kind, registered in <see cref="StreamKind"/>.</summary>
    public required StreamKind Kind { get; init; }

    /// <summary>Its kinds of events.</summary>
    public required EventTypes Events { get; init; }

    /// <summary>Its commands.</summary>
    public required UseCases Cases { get; init; }

    /// <summary>The system's own command that fires what is due of a stream; null: streams of this kind have no clocks.</summary>
    public object? Firing { get; init; }

    /// <summary>The state of a stream before its first event, by the stream's id.</summary>
    public required Func<string, IStreamState> Initial { get; init; }

    /// <summary>The grain that is the stream's activation, by the stream's id; it implements <c>IStreamGrain</c>.</summary>
    public required Func<IGrainFactory, string, IGrainWithStringKey> Grain { get; init; }

    /// <summary>The number of the code that makes the view: raised whenever it would make another view of the same state.</summary>
    public required short ViewCode { get; init; }

    /// <summary>Where things of this kind stand in the live picture.</summary>
    public required BoardSection Board { get; init; }

    /// <summary>
    /// Whether a reader whose role may read this kind at all may read this thing, at that time. There is no default: a kind that does not
    /// say who may read does not compile.
    /// </summary>
    public required Func<BoardRow, Actor, DateTimeOffset, bool> MayRead { get; init; }

    /// <summary>The late items of a board row; null: nothing of this kind is ever late.</summary>
    public Func<BoardRow, IEnumerable<LateItem>>? Late { get; init; }

    /// <summary>
    /// The view as an observer at a time sees it, where clocks that alarm nobody ran out since it was written; null: the view as it is
    /// stored.
    /// </summary>
    public Func<string, DateTimeOffset, string>? ViewAt { get; init; }

    /// <summary>Whether a stream can be read before its first event (a preset, the default); null: none can.</summary>
    public Func<string, bool>? ExistsUnwritten { get; init; }
}
