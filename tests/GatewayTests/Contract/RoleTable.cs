namespace Tocsin.Tests.GatewayTests.Contract;

/// <summary>The table "Who may do what", typed out from the contract.</summary>
internal static class RoleTable
{
    private const string Text =
        """
        | | callTaker | dispatcher | unit | station | supervisor | auditor | admin | feeder |
        | PUT /units, /stations, settings | - | - | - | - | - | - | + | - |
        | settings/blocked-subjects | - | - | - | - | - | - | + | - |
        | erasure | - | - | - | - | - | - | + | - |
        | approval of an erasure | - | - | - | - | + | - | - | - |
        | POST /units/{id}/duty | - | + | o | o | + | - | + | - |
        | GET /units, /units/{id}, /stations, settings | + | + | + | + | + | + | + | - |
        | GET /units/{id}/trail | - | + | o | o | + | + | - | - |
        | POST /positions | - | - | o | - | - | - | - | + |
        | POST /calls, answering, ending | + | + | - | - | + | - | - | + |
        | PATCH /calls, disposition | + | + | - | - | + | - | - | - |
        | GET /calls | + | + | - | - | + | + | - | - |
        | GET /calls/{id}, its trail | + | + | - | o | + | + | - | - |
        | POST /incidents | + | + | - | o | + | - | - | - |
        | GET /incidents, /incidents/{id} | + | + | o | o | + | + | - | - |
        | GET /incidents/{id}/trail | + | + | - | o | + | + | - | - |
        | PATCH, links | + | + | - | - | + | - | - | - |
        | assessment, operation | - | + | - | - | + | - | - | - |
        | closure of an operation | - | - | - | - | + | - | - | - |
        | notes | + | + | o | o | + | - | - | - |
        | recommendations | + | + | - | o | + | - | - | - |
        | POST /units/visiting | - | + | - | - | + | - | - | - |
        | assignments, diversions, cancelled | - | + | - | - | + | - | - | - |
        | acknowledged, enRoute, onScene, cleared | - | + | o | o | + | - | - | - |
        | declined | - | - | o | o | + | - | - | - |
        | feedback | - | + | o | o | + | - | - | - |
        | feedback of no unit | + | + | - | o | + | - | - | - |
        | closure, reopening | - | + | - | - | + | - | - | - |
        | override of a closure | - | - | - | - | + | - | - | - |
        | corrections | - | - | - | - | + | - | - | - |
        | GET /board, /feed | + | + | o | o | + | + | - | - |
        | GET /reports/* | - | - | - | - | + | + | - | - |
        | trails of settings | - | - | - | - | + | + | + | - |
        | urging, supervision | - | - | - | - | + | - | - | - |
        | acknowledgement of a distress | - | + | - | - | + | - | - | - |
        | escalations | - | + | - | o | + | - | - | - |
        | POST /units/{id}/messages, reading | - | + | o | o | + | - | - | - |
        | POST /incidents/{id}/messages, reading | + | + | o | o | + | - | - | - |
        | POST /units/{id}/panic | - | + | o | o | + | - | - | - |
        | GET /overdue | + | + | - | o | + | + | - | - |
        | directives: words without behaviour | + | + | - | o | + | - | - | - |
        | supervise, rectify, handle, lookOut | - | + | - | - | + | - | - | - |
        | withdrawal, return, conclusion | - | + | - | o | + | - | - | - |
        | signing, refusal, reports | o | + | o | o | + | o | o | - |
        | sending | - | - | - | o | + | - | - | - |
        | GET /directives, its trail | + | + | o | o | + | + | - | - |
        | parties, evidence | + | + | o | o | + | - | - | - |
        | verification | - | - | - | - | + | + | - | - |
        | call-backs, reviews | + | + | - | - | + | - | - | - |
        | GET /call-backs, /reviews/sample | + | + | - | - | + | + | - | - |
        | GET /access | - | - | - | - | - | + | - | - |
        """;

    private static readonly string[][] Cells =
        [.. Text.Split('\n').Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];

    /// <summary>The roles, as the head of the table has them.</summary>
    public static string[] Roles => Cells[0][1..];

    /// <summary>The sign in a cell.</summary>
    public static string Sign(string row, string role) =>
        Cells.Single(cells => cells[0] == row)[1 + Array.IndexOf(Roles, role)];
}
