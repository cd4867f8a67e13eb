using System.Collections.Frozen;
using Tocsin.Commands;

namespace Tocsin.SignIn;

/// <summary>The contract's table "Who may do what", as it stands there, with the rows of what it leaves open.</summary>
public static class Permissions
{
    private const string Table =
        """
                          callTaker dispatcher unit station supervisor auditor admin feeder
        Register          -         -          -    -       -          -       +     -
        SetDuty           -         +          o    o       +          -       +     -
        ReadUnits         +         +          +    +       +          +       +     -
        ReadUnitTrail     -         +          o    o       +          +       -     -
        ReportPositions   -         -          o    -       -          -       -     +
        ReceiveCalls      +         +          -    -       +          -       -     +
        ChangeCalls       +         +          -    -       +          -       -     -
        ReadCalls         +         +          -    -       +          +       -     -
        CreateIncidents   +         +          -    o       +          -       -     -
        ReadIncidents     +         +          o    o       +          +       -     -
        ReadIncidentTrail +         +          -    o       +          +       -     -
        ChangeIncidents   +         +          -    -       +          -       -     -
        AddNotes          +         +          o    o       +          -       -     -
        Recommend         +         +          -    o       +          -       -     -
        Assign            -         +          -    -       +          -       -     -
        ReportProgress    -         +          o    o       +          -       -     -
        Decline           -         -          o    o       +          -       -     -
        GiveFeedback      -         +          o    o       +          -       -     -
        Close             -         +          -    -       +          -       -     -
        Correct           -         -          -    -       +          -       -     -
        ReadSettingTrail  -         -          -    -       +          +       +     -
        Supervise         -         -          -    -       +          -       -     -
        TakeEscalations   -         +          -    o       +          -       -     -
        ReadOverdue       +         +          -    o       +          +       -     -
        MessageUnits      -         +          o    o       +          -       -     -
        MessageIncidents  +         +          o    o       +          -       -     -
        RaisePanic        -         +          o    o       +          -       -     -
        ReadReports       -         -          -    -       +          +       -     -
        ReadBoard         +         +          o    o       +          +       -     -
        """;

    private static readonly string[] Columns = Cells(Table.Split('\n')[0]);

    private static readonly FrozenDictionary<Deed, Right[]> Rows = Table.Split('\n')[1..]
        .Select(Cells)
        .ToFrozenDictionary(cells => Enum.Parse<Deed>(cells[0]), cells => cells[1..].Select(RightOf).ToArray());

    /// <summary>All roles, those first to which a command is attributed when a token has several; those that may see personal data stand before those that may not.</summary>
    public static IReadOnlyList<string> ByPower { get; } =
        [Roles.Supervisor, Roles.Dispatcher, Roles.CallTaker, Roles.Auditor, Roles.Admin, Roles.Feeder, Roles.Station, Roles.Unit];

    /// <summary>What a role may do with a row.</summary>
    public static Right Of(Deed permission, string role) =>
        Array.IndexOf(Columns, role) is var column and >= 0 ? Rows[permission][column] : Right.None;

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Right RightOf(string sign) => sign switch
    {
        "+" => Right.All,
        "o" => Right.Own,
        _ => Right.None,
    };
}
