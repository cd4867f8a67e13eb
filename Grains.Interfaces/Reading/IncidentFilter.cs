using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Reading;

/// <summary>Restricts a list of incidents, and pages through it; null restricts nothing.</summary>
/// <param name="Open">True for open incidents only, false for closed ones only.</param>
/// <param name="Text">
/// Only incidents with all words of this text in number, address, category, narrative or reference, at most 200 characters; case, width,
/// white space and punctuation do not count.
/// </param>
/// <param name="From">Only incidents that were received at or after this time, UTC.</param>
/// <param name="To">Only incidents that were received before this time, UTC.</param>
/// <param name="Limit">The most items of the page, 1 to 200; the gateway's default is 50.</param>
/// <param name="Cursor">The cursor of the page to read; null for the first.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentFilter")]
public sealed record IncidentFilter(
    [property: Id(0)] bool? Open,
    [property: Id(1)] string? Text,
    [property: Id(2)] DateTimeOffset? From,
    [property: Id(3)] DateTimeOffset? To,
    [property: Id(4)] int Limit,
    [property: Id(5)] string? Cursor)
{
    /// <summary>Only incidents of this station; null, the default: any.</summary>
    [Id(6)]
    public string? Station { get; init; }

    /// <summary>Only incidents of exactly this category; null, the default: any.</summary>
    [Id(7)]
    public string? Category { get; init; }

    /// <summary>Only incidents of this priority, 1 to 4; null, the default: any.</summary>
    [Id(8)]
    public int? Priority { get; init; }

    /// <summary>Only incidents that this unit is or ever was assigned to; null, the default: any.</summary>
    [Id(9)]
    public UnitId? Unit { get; init; }

    /// <summary>Only incidents that were closed with exactly this disposition; null, the default: any.</summary>
    [Id(10)]
    public string? Disposition { get; init; }

    /// <summary>Only incidents that are unattended now; false, the default: any.</summary>
    [Id(11)]
    public bool Unattended { get; init; }

    /// <summary>Only incidents within <see cref="Radius"/> of this place; null, the default: anywhere.</summary>
    [Id(12)]
    public GeoPoint? Near { get; init; }

    /// <summary>How far from <see cref="Near"/>, metres, 1 to 50,000; 0, the default, where there is no such place.</summary>
    [Id(13)]
    public int Radius { get; init; }

    /// <summary>
    /// True: only closed incidents that were one; false: only those that were not; null, the default: any. None is open.
    /// </summary>
    [Id(100)]
    public bool? Valid { get; init; }

    /// <summary>By which order; newest received first by default.</summary>
    [Id(14)]
    public IncidentSort Sort { get; init; }
}
