using System.Collections.Frozen;
using Tocsin.Commands;

namespace Tocsin.SignIn;

/// <summary>The contract's table "Who may do what", as it stands there.</summary>
public static class Permissions
{
    // The columns, as the contract orders them.
    private static readonly string[] Columns =
        [Roles.CallTaker, Roles.Dispatcher, Roles.Unit, Roles.Station, Roles.Supervisor, Roles.Auditor, Roles.Admin, Roles.Feeder];

    private static readonly FrozenDictionary<Deed, Right[]> Rows = new Dictionary<Deed, Right[]>
    {
        //                                  callTaker dispatcher unit station supervisor auditor admin feeder
        [Deed.Register] =             Row("-    -          -    -       -          -       +     -"),
        [Deed.SetDuty] =              Row("-    +          o    o       +          -       +     -"),
        [Deed.ReadUnits] =            Row("+    +          +    +       +          +       +     -"),
        [Deed.ReadUnitTrail] =        Row("-    +          o    o       +          +       -     -"),
        [Deed.ReportPositions] =      Row("-    -          o    -       -          -       -     +"),
        [Deed.ReceiveCalls] =         Row("+    +          -    -       +          -       -     +"),
        [Deed.ChangeCalls] =          Row("+    +          -    -       +          -       -     -"),
        [Deed.ReadCalls] =            Row("+    +          -    -       +          +       -     -"),
        [Deed.CreateIncidents] =      Row("+    +          -    o       +          -       -     -"),
        [Deed.ReadIncidents] =        Row("+    +          o    o       +          +       -     -"),
        [Deed.ReadIncidentTrail] =    Row("+    +          -    o       +          +       -     -"),
        [Deed.ChangeIncidents] =      Row("+    +          -    -       +          -       -     -"),
        [Deed.AddNotes] =             Row("+    +          o    o       +          -       -     -"),
        [Deed.Recommend] =            Row("+    +          -    o       +          -       -     -"),
        [Deed.Assign] =               Row("-    +          -    -       +          -       -     -"),
        [Deed.ReportProgress] =       Row("-    +          o    o       +          -       -     -"),
        [Deed.Decline] =              Row("-    -          o    o       +          -       -     -"),
        [Deed.GiveFeedback] =         Row("-    +          o    o       +          -       -     -"),
        [Deed.Close] =                Row("-    +          -    -       +          -       -     -"),
        [Deed.Correct] =              Row("-    -          -    -       +          -       -     -"),
        [Deed.ReadReports] =          Row("-    -          -    -       +          +       -     -"),
    }.ToFrozenDictionary();

    /// <summary>All roles, those first to which a command is attributed when a token has several; those that may see personal data stand before those that may not.</summary>
    public static IReadOnlyList<string> ByPower { get; } =
        [Roles.Supervisor, Roles.Dispatcher, Roles.CallTaker, Roles.Auditor, Roles.Admin, Roles.Feeder, Roles.Station, Roles.Unit];

    /// <summary>What a role may do with a row.</summary>
    public static Right Of(Deed permission, string role) =>
        Array.IndexOf(Columns, role) is var column and >= 0 ? Rows[permission][column] : Right.None;

    private static Right[] Row(string signs) =>
        [.. signs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s switch { "+" => Right.All, "o" => Right.Own, _ => Right.None })];
}
