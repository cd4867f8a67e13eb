using Tocsin.Overdue;

namespace Tocsin.StreamKinds;

/// <summary>One thing that is late, with what the list does not show of it.</summary>
/// <param name="Item">The item as the list shows it, but for how long it is late.</param>
/// <param name="OwnStation">The thing's own station, whosever unit is late; null: none.</param>
internal sealed record LateItem(OverdueItem Item, string? OwnStation)
{
    /// <summary>Whether nobody took it; an item without a clock is taken with the incident's supervision.</summary>
    public bool IsUntaken => Item.TakenBy is null && (Item.Stage is not null || Item.Supervision is null);

    /// <summary>For how long it is late, whole seconds, 0 or more.</summary>
    public long LateSeconds(DateTimeOffset at) => Math.Max(0, (long)(at - Item.Since).TotalSeconds);

    /// <summary>Whether it concerns a station: its thing, or its unit.</summary>
    public bool Concerns(string station) => OwnStation == station || Item.Station == station;
}
