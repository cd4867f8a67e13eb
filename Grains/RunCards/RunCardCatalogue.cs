using System.Collections.Immutable;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Reading;

namespace Tocsin.RunCards;

/// <summary>
/// The run cards as the journal has them, on this silo. Before each use it asks the journal for what changed since: one indexed look that
/// finds nothing nearly always, so that a card that was acknowledged counts at once, on every silo.
/// </summary>
internal sealed class RunCardCatalogue(IJournal journal, FreshViews views)
{
    /// <summary>The most cards that one look fetches; more come with the next.</summary>
    private const int PageLimit = 1000;

    private readonly Lock _lock = new();
    private ImmutableSortedDictionary<string, RunCard> _cards = ImmutableSortedDictionary.Create<string, RunCard>(StringComparer.Ordinal);
    private JournalPosition _position;
    private Epoch _epoch;

    /// <summary>All of them by id, retired ones too, without the default that nobody changed.</summary>
    public async ValueTask<ImmutableSortedDictionary<string, RunCard>> AllAsync()
    {
        while (true)
        {
            JournalPosition position;
            var epoch = journal.Epoch;
            lock (_lock)
            {
                if (_epoch != epoch)
                    (_epoch, _position, _cards) = (epoch, JournalPosition.Start, _cards.Clear());
                position = _position;
            }

            var rows = await journal.ReadBoardAsync(StreamKind.RunCard, openOnly: false, position, PageLimit);
            var sound = await views.SoundAsync(rows);
            lock (_lock)
            {
                foreach (var row in sound)
                {
                    if (_epoch != epoch || (row.Position <= _position && !row.IsMended))
                        continue;
                    _cards = _cards.SetItem(row.Stream.Id, Of(TocsinJson.Read<RunCardView>(row.Entry.View)));
                    if (!row.IsMended)
                        _position = row.Position;
                }

                if (rows.Count < PageLimit || _position == position)
                    return _cards;
            }
        }
    }

    private static RunCard Of(RunCardView v) => RunCard.Of(
        v.Id,
        new RunCardPlan(
            v.Name, v.Categories, v.Priorities, v.Stations, v.AreaClass, v.Area?.GetRawText(),
            v.Alarms, v.Questions, v.ForeignSeconds, v.Retired),
        v.Version);
}
