namespace Tocsin.Overdue;

/// <summary>One thing that is late, with what its readers are told apart by.</summary>
/// <param name="Item">As the contract shows it, but for how long it is late.</param>
/// <param name="IncidentStation">The incident's own station, whosever unit is late.</param>
internal sealed record LateItem(OverdueItem Item, string? IncidentStation)
{
    /// <summary>Where it stands.</summary>
    public OverduePlace Place { get; } = new(
        Item.Since.ToUnixTimeMilliseconds(), Item.IncidentId?.Value ?? Item.CallId?.Value ?? "", Item.Stage, Item.UnitId?.Value ?? "");

    /// <summary>Whether nobody took it; what has no clock to take is taken with the incident's supervision.</summary>
    public bool IsUntaken => Item.TakenBy is null && (Item.Stage is not null || Item.Supervision is null);

    /// <summary>For how long it is late, whole seconds.</summary>
    public long LateSeconds(DateTimeOffset at) => Math.Max(0, (long)(at - Item.Since).TotalSeconds);

    /// <summary>Whether it concerns a station: its incident, or its unit.</summary>
    public bool Concerns(string station) => IncidentStation == station || Item.Station == station;
}
