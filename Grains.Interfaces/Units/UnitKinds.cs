namespace Tocsin.Units;

/// <summary>Kinds of units that mean something to the cluster; every other kind is the centre's own word.</summary>
public static class UnitKinds
{
    /// <summary>
    /// The unit of a probe, a program that does what dispatchers do and measures it: it is no car, is
    /// recommended to nobody, and counts as no unit.
    /// </summary>
    public const string Probe = "probe";
}
