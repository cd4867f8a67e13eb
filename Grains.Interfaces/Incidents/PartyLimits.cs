namespace Tocsin.Incidents;

/// <summary>The limits of parties.</summary>
public static class PartyLimits
{
    /// <summary>The most parties of an incident: 50. One more is refused with <c>limitReached</c>.</summary>
    public const int PerIncident = 50;

    /// <summary>The longest description, in UTF-16 code units: 500.</summary>
    public const int DescriptionMax = 500;
}
