namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>What befalls a machine of the database.</summary>
public enum PrimaryFaultKind
{
    /// <summary>The primary's PostgreSQL is killed; its machine goes on.</summary>
    Killed,

    /// <summary>Every process of the primary's machine is killed; 20 s later it is started again.</summary>
    Lost,

    /// <summary>Every process of the primary's machine is frozen for 60 s.</summary>
    Frozen,

    /// <summary>The primary's machine has no network for 20 s.</summary>
    Cut,

    /// <summary>A standby becomes the primary on purpose.</summary>
    SwitchOver,

    /// <summary>Every process of the synchronous standby's machine is frozen for 60 s: another one takes its place.</summary>
    StandbyFrozen,
}
