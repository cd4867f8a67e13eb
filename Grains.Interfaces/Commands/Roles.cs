namespace Tocsin.Commands;

/// <summary>The roles of the contract, as tokens and events write them.</summary>
public static class Roles
{
    /// <summary>Answers calls and writes incidents down.</summary>
    public const string CallTaker = "callTaker";

    /// <summary>Assigns, diverts and recalls units.</summary>
    public const string Dispatcher = "dispatcher";

    /// <summary>A patrol unit: speaks for itself only.</summary>
    public const string Unit = "unit";

    /// <summary>A station: its incidents and its units.</summary>
    public const string Station = "station";

    /// <summary>Supervises incidents, corrects times, reads reports.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Reads everything and changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>Registers units and stations and changes settings.</summary>
    public const string Admin = "admin";

    /// <summary>A machine: telephone exchange, AVL.</summary>
    public const string Feeder = "feeder";

    /// <summary>Whether people of this role sit in the centre: not those of a unit or a station, and no machine.</summary>
    public static bool AreOfCentre(string role) => role is CallTaker or Dispatcher or Supervisor or Auditor or Admin;
}
