using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.Timelines;

/// <summary>Gathers the events of several streams for one page, in the order of the journal.</summary>
/// <param name="limit">The most items of the page.</param>
/// <param name="kinds">The kinds of events that this process knows; of others only the bare fact is shown.</param>
internal sealed class TimelinePage(int limit, StreamCatalogue kinds)
{
    private readonly SortedList<long, (JournalEvent Event, TimelineDetail Detail)> _found = [];

    // Behind it a stream may have events that were not read.
    private JournalPosition? _end;

    /// <summary>Adds events that the reader sees whole.</summary>
    /// <param name="events">Events of one stream, in order.</param>
    /// <param name="isCut">Whether the stream may have more.</param>
    public void Add(IReadOnlyList<JournalEvent> events, bool isCut) => Add(events, isCut, _ => TimelineDetail.Whole);

    /// <summary>
    /// Adds events of a directive that is another's affair: what it is, to whom, and how far it came; where it is shared, text and reports
    /// too.
    /// </summary>
    /// <param name="events">Its events, in order.</param>
    /// <param name="shared">Whether it is shared.</param>
    /// <param name="isCut">Whether it may have more.</param>
    public void AddOutline(IReadOnlyList<JournalEvent> events, bool shared, bool isCut) => Add(events, isCut, e => e.Kind switch
    {
        nameof(DirectiveIssued) => shared ? TimelineDetail.Whole : TimelineDetail.Outline,
        nameof(DirectiveReported) => shared ? TimelineDetail.Whole : TimelineDetail.Bare,
        nameof(DirectiveSigned) or nameof(DirectiveRefused) or nameof(DirectiveReturned) or nameof(DirectiveConcluded)
            or nameof(DirectiveWithdrawn) => TimelineDetail.Bare,
        _ => null,
    });

    /// <summary>Whether nothing of a directive can stand on this page, as it was issued behind its end.</summary>
    /// <param name="attached">Where the incident says that it was issued: in the append of the issue.</param>
    /// <param name="kind">The kind of stream; a call was received before the incident knew of it.</param>
    public bool IsBehind(JournalPosition attached, StreamKind kind) => kind == StreamKind.Directive
        && _found.Count > limit
        && attached.Value - JournalLimits.EventsPerAppend > _found.Keys[limit];

    /// <summary>The page.</summary>
    public ThingPage ToPage()
    {
        var upTo = _end is { } end ? _found.Where(e => e.Key <= end.Value).ToList() : [.. _found];
        var page = upTo.Take(limit).ToList();
        var next = upTo.Count > limit ? page[^1].Value.Event.Position : _end;
        return new ThingPage(
            null, [.. page.Select(e => TimelineItem.Of(e.Value.Event, Known(e.Value.Event, e.Value.Detail)))], next?.ToString());
    }

    // Nobody here can say who may read what a newer version wrote.
    private TimelineDetail Known(JournalEvent happened, TimelineDetail detail) => kinds.Knows(happened) ? detail : TimelineDetail.Bare;

    private void Add(IReadOnlyList<JournalEvent> events, bool isCut, Func<JournalEvent, TimelineDetail?> detailOf)
    {
        foreach (var happened in events)
        {
            if (detailOf(happened) is { } detail)
                _found[happened.Position.Value] = (happened, detail);
        }

        if (isCut && !(_end <= events[^1].Position))
            _end = events[^1].Position;
    }
}
