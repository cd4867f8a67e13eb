using Tocsin.RunCards;

namespace Tocsin.Recommending;

/// <summary>A sort of unit, and how many of it are wanted.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Kinds">Of any of these kinds; none: of every kind.</param>
/// <param name="Capabilities">With each of these.</param>
/// <param name="Count">How many.</param>
/// <param name="Scope">Whose units.</param>
internal sealed record Need(string Name, IReadOnlyList<string> Kinds, IReadOnlyList<string> Capabilities, int Count, NeedScope Scope)
{
    /// <summary>Whether it asks for the own station's units only because the place is not known.</summary>
    public bool IsNarrowed { get; private init; }

    /// <summary>Any units at all.</summary>
    public static Need Any(int count) => new("", [], [], count, NeedScope.Any);

    /// <summary>The same for a place that is not known: of units of the incident's own station only.</summary>
    public Need OfOwnStation() => Scope == NeedScope.OwnStation ? this : this with { Scope = NeedScope.OwnStation, IsNarrowed = true };

    /// <summary>Whether a unit is of this sort, whatever it is doing now.</summary>
    public bool Fits(DutyUnit unit, string? station) => IsSort(unit) && !IsForeign(unit, station);

    /// <summary>Whether it is what is asked for, whosever it is: depends on its <see cref="DutyUnit.Sort"/> alone.</summary>
    public bool IsSort(DutyUnit unit) => IsKind(unit) && Lacking(unit) is null;

    /// <summary>Whether it is of a kind that is asked for.</summary>
    public bool IsKind(DutyUnit unit)
    {
        if (Kinds.Count == 0)
            return true;
        for (var i = 0; i < Kinds.Count; i++)
        {
            if (string.Equals(Kinds[i], unit.Kind, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The first capability that it lacks; null when it has all.</summary>
    public string? Lacking(DutyUnit unit)
    {
        for (var i = 0; i < Capabilities.Count; i++)
        {
            if (!Has(unit, Capabilities[i]))
                return Capabilities[i];
        }

        return null;
    }

    /// <summary>Whether it is of a station whose units are not asked for.</summary>
    public bool IsForeign(DutyUnit unit, string? station) => Scope == NeedScope.OwnStation && unit.Station != station;

    private static bool Has(DutyUnit unit, string capability)
    {
        for (var i = 0; i < unit.Capabilities.Count; i++)
        {
            if (string.Equals(unit.Capabilities[i], capability, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
