namespace Tocsin.Units;

/// <summary>Kinds of units with a meaning to the cluster; every other kind is the centre's own word.</summary>
public static class UnitKinds
{
    /// <summary>
    /// The unit of a probe, a program that does what dispatchers do and measures it. It is no car, is never recommended, and does not count
    /// as a unit.
    /// </summary>
    public const string Probe = "probe";
}
