using System.Collections.Frozen;

namespace Tocsin.SignIn;

/// <summary>
/// The contract's table "Who may do what": a row for each <see cref="Permission"/>, a column for each role; <c>+</c> all, <c>o</c> own
/// only, <c>-</c> none.
/// </summary>
public static class Permissions
{
    private const string Table =
        """
                            callTaker dispatcher unit station supervisor auditor admin feeder
        Register            -         -          -    -       -          -       +     -
        BlockSubjects       -         -          -    -       -          -       +     -
        Erase               -         -          -    -       -          -       +     -
        ApproveErasure      -         -          -    -       +          -       -     -
        SetDuty             -         +          o    o       +          -       +     -
        ReadUnits           +         +          +    +       +          +       +     -
        ReadUnitTrail       -         +          o    o       +          +       -     -
        ReportPositions     -         -          o    -       -          -       -     +
        ReceiveCalls        +         +          -    -       +          -       -     +
        ChangeCalls         +         +          -    -       +          -       -     -
        ReadCalls           +         +          -    -       +          +       -     -
        ReadCall            +         +          -    o       +          +       -     -
        CreateIncidents     +         +          -    o       +          -       -     -
        ReadIncidents       +         +          o    o       +          +       -     -
        ReadIncidentTrail   +         +          -    o       +          +       -     -
        ChangeIncidents     +         +          -    -       +          -       -     -
        Assess              -         +          -    -       +          -       -     -
        Operate             -         +          -    -       +          -       -     -
        CloseOperations     -         -          -    -       +          -       -     -
        AddNotes            +         +          o    o       +          -       -     -
        Recommend           +         +          -    o       +          -       -     -
        ReceiveVisitors     -         +          -    -       +          -       -     -
        Assign              -         +          -    -       +          -       -     -
        ReportProgress      -         +          o    o       +          -       -     -
        Decline             -         -          o    o       +          -       -     -
        GiveFeedback        -         +          o    o       +          -       -     -
        GiveOwnFeedback     +         +          -    o       +          -       -     -
        Close               -         +          -    -       +          -       -     -
        OverrideClosing     -         -          -    -       +          -       -     -
        Correct             -         -          -    -       +          -       -     -
        ReadSettingTrail    -         -          -    -       +          +       +     -
        Supervise           -         -          -    -       +          -       -     -
        TakeEscalations     -         +          -    o       +          -       -     -
        ReadOverdue         +         +          -    o       +          +       -     -
        MessageUnits        -         +          o    o       +          -       -     -
        MessageIncidents    +         +          o    o       +          -       -     -
        RaisePanic          -         +          o    o       +          -       -     -
        AcknowledgeDistress -         +          -    -       +          -       -     -
        ReadReports         -         -          -    -       +          +       -     -
        ReadBoard           +         +          o    o       +          +       -     -
        IssueDirectives     +         +          -    o       +          -       -     -
        IssueFollowUps      -         +          -    -       +          -       -     -
        ManageDirectives    -         +          -    o       +          -       -     -
        AnswerDirectives    o         +          o    o       +          o       o     -
        SendOnDirectives    -         -          -    o       +          -       -     -
        ReadDirectives      +         +          o    o       +          +       -     -
        KeepRecord          +         +          o    o       +          -       -     -
        VerifyEvidence      -         -          -    -       +          +       -     -
        ReadAccess          -         -          -    -       -          +       -     -
        CheckQuality        +         +          -    -       +          -       -     -
        ReadQuality         +         +          -    -       +          +       -     -
        """;

    private static readonly string[] Columns = Cells(Table.Split('\n')[0]);

    private static readonly FrozenDictionary<Permission, Right[]> Rows = Table.Split('\n')[1..]
        .Select(Cells)
        .ToFrozenDictionary(cells => Enum.Parse<Permission>(cells[0]), cells => cells[1..].Select(RightOf).ToArray());

    /// <summary>All roles, in the order of the table.</summary>
    public static IReadOnlyList<string> Roles => Columns;

    /// <summary>
    /// All roles, in the order in which a command is attributed to one of several: those that may see personal data come first.
    /// </summary>
    public static IReadOnlyList<string> ByPower { get; } =
    [
        Commands.Roles.Supervisor,
        Commands.Roles.Dispatcher,
        Commands.Roles.CallTaker,
        Commands.Roles.Auditor,
        Commands.Roles.Admin,
        Commands.Roles.Feeder,
        Commands.Roles.Station,
        Commands.Roles.Unit,
    ];

    /// <summary>What a role may do with a permission.</summary>
    public static Right Of(Permission permission, string role) =>
        Array.IndexOf(Columns, role) is var column and >= 0 ? Rows[permission][column] : Right.None;

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Right RightOf(string sign) => sign switch
    {
        "+" => Right.All,
        "o" => Right.Own,
        _ => Right.None,
    };
}
