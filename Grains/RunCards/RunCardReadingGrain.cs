using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Reading;

namespace Tocsin.RunCards;

/// <summary>Reads run cards, and the default while nobody made another one.</summary>
[StatelessWorker, Reentrant]
internal sealed class RunCardReadingGrain(RunCardCatalogue cards) : Grain, IRunCardReadingGrain
{
    /// <inheritdoc/>
    public async Task<Thing> Get(RunCardId id)
    {
        var card = (await cards.AllAsync()).GetValueOrDefault(id.Value) ?? (id == DefaultCard.Id ? DefaultCard.Card : null);
        return card is null
            ? new Thing(new Refusal(RefusalCode.NotFound, "There is no such run card."), "", 0)
            : new Thing(null, View(card), card.Version);
    }

    /// <inheritdoc/>
    public async Task<ThingPage> List(int limit, string? cursor)
    {
        if (!Cursor.TryReadId(cursor, out var after))
            return Cursor.Refused();
        var all = await cards.AllAsync();
        if (!all.ContainsKey(DefaultCard.Id.Value))
            all = all.Add(DefaultCard.Id.Value, DefaultCard.Card);
        var page = all.Values.SkipWhile(c => string.CompareOrdinal(c.Id.Value, after ?? "") <= 0).Take(limit + 1).ToList();
        return new ThingPage(
            null,
            [.. page.Take(limit).Select(View)],
            page.Count > limit ? Cursor.WriteId(page[limit - 1].Id.Value) : null);
    }

    private static string View(RunCard card) => TocsinJson.Write(RunCardViews.Of(card.Id, card.Plan, card.Version));
}
