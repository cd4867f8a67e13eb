using System.Collections.Concurrent;
using Tocsin.Commands;
using Tocsin.Json;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.Overdue;

/// <summary>All that is late at one instant. Every page, count and filter is answered out of it, and the same question once.</summary>
/// <param name="at">When it was made.</param>
/// <param name="items">What is late, in the order of their places.</param>
/// <param name="complete">False when there was more than is counted.</param>
internal sealed class OverduePicture(DateTimeOffset at, IReadOnlyList<LateItem> items, bool complete)
{
    private static readonly Thing BadCursor = new(Cursor.Refused().Refusal, "", 0);

    private readonly ConcurrentDictionary<(OverdueFilter Filter, string? Station), Thing> _answers = new();

    /// <summary>The answer to a reader.</summary>
    public Thing Answer(OverdueFilter filter, Actor reader)
    {
        var question = (filter, reader.Role == Roles.Station ? reader.Station ?? "" : null);
        if (_answers.TryGetValue(question, out var known))
            return known;
        var answer = Work(filter, question.Item2);
        if (_answers.Count < OverdueLimits.AnswersMax)
            _answers.TryAdd(question, answer);
        return answer;
    }

    private Thing Work(OverdueFilter filter, string? own)
    {
        OverduePlace? after = null;
        if (filter.Cursor is { } cursor)
        {
            if (!OverduePlace.TryRead(cursor, out var place))
                return BadCursor;
            after = place;
        }

        var shown = items.Where(i => (own is null || i.Concerns(own))
            && (filter.Station is null || i.Item.Station == filter.Station)
            && (filter.Unit is null || i.Item.UnitId == filter.Unit)).ToList();
        var page = shown.SkipWhile(i => after is { } last && OverduePlace.Of(i.Item).CompareTo(last) <= 0).Take(filter.Limit + 1).ToList();
        var more = page.Count > filter.Limit;
        return new Thing(
            null,
            TocsinJson.Write(new OverdueList(
                at,
                shown.Count,
                complete,
                OverdueGroups.Of(shown, i => i.Item.Station, at),
                OverdueGroups.Of([.. shown.Where(i => i.Item.UnitId is not null)], i => i.Item.UnitId!.Value.Value, at),
                OverdueGroups.Of(shown, i => i.Item.Stage is { } stage ? EnumWords.Of(stage) : null, at),
                [.. page.Take(filter.Limit).Select(i => i.Item with { LateSeconds = i.LateSeconds(at) })],
                more ? OverduePlace.Of(page[filter.Limit - 1].Item).ToCursor() : null)),
            0);
    }
}
