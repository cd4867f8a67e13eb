using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The commands to incidents: <c>/api/v1/incidents</c>.</summary>
internal static class IncidentRoutes
{
    private static readonly ApiParameter UnitParameter = ApiParameter.OfId<UnitId>(
        "unitId", "The unit: its active assignment, else its latest, unless `assignment` names one.");

    /// <summary>Maps them.</summary>
    public static void MapIncidents(this IEndpointRouteBuilder routes, Responder responder)
    {
        var post = HttpMethods.Post;
        MapCreate(routes, responder);
        routes.MapCommand(
            HttpMethods.Patch, IncidentRoute.One, IncidentRoute.Of(responder, ChangeIncidentBody.Type, Permission.ChangeIncidents), Change);
        routes.MapCommand(
            post, IncidentRoute.One + "/assessment", IncidentRoute.Of(responder, AssessIncidentBody.Type, Permission.Assess), Assess);
        routes.MapCommand(post, IncidentRoute.One + "/notes", IncidentRoute.Of(responder, AddNoteBody.Type, Permission.AddNotes), Note);
        routes.MapCommand(
            post, IncidentRoute.One + "/assignments", IncidentRoute.Of(responder, AssignUnitsBody.Type, Permission.Assign), Assign);
        MapProgress(routes, responder);
        routes.MapCommand(
            post, IncidentRoute.One + "/diversions", IncidentRoute.Of(responder, DivertUnitBody.Type, Permission.Assign), Divert);
        routes.MapCommand(
            post,
            IncidentRoute.One + "/feedback",
            new CommandRoute<NamedReport<IncidentCommand>>(
                responder,
                GiveFeedbackBody.Permissions,
                GiveFeedbackBody.Type,
                (grains, id, report, context) => IncidentRoute.Send(grains, id, report.Sent, context))
            {
                PermissionOf = GiveFeedbackBody.PermissionFor,
            },
            Feedback);
        routes.MapCommand(
            post,
            IncidentRoute.One + "/corrections",
            IncidentRoute.OfReport(responder, CorrectStageBody.Type, Permission.Correct),
            Correct);
        routes.MapCommand(
            post,
            IncidentRoute.One + "/closure",
            new CommandRoute<CloseIncident>(responder, CloseIncidentBody.Permissions, CloseIncidentBody.Type, IncidentRoute.Send)
            {
                PermissionOf = CloseIncidentBody.PermissionFor,
            },
            Close);
        routes.MapCommand(
            post, IncidentRoute.One + "/reopening", IncidentRoute.Of(responder, ReopenIncidentBody.Type, Permission.Close), Reopen);
        routes.MapCommand(
            post, IncidentRoute.One + "/links", IncidentRoute.Of(responder, AddLinkBody.Type, Permission.ChangeIncidents), AddLink);
        MapRemoveLink(routes, responder);
    }

    private static void MapCreate(IEndpointRouteBuilder routes, Responder responder)
    {
        var route = new CommandRoute<CreateIncident>(
            responder, [Permission.CreateIncidents], CreateIncidentBody.Type, IncidentRoute.Send)
        {
            Makes = StreamKind.Incident,
            Location = IncidentRoute.Base + "/",
        };
        routes.MapCommand(HttpMethods.Post, IncidentRoute.Base, route, new(
            "createIncident",
            "Create an incident",
            """
            Creates an incident, with or without a location. With `callId` it disposes of that call as `incident` in the same append. The
            incident belongs to `station`, else to the station whose area contains the location, else to the nearest one. 422
            `unknownReference`: there is no such call.
            """)
        {
            Tag = IncidentRoute.Tag,
            Answer = IncidentRoute.Answer,
            Statuses = [201],
            Problems = ApiOperation.CommandProblems,
        });
    }

    private static void MapProgress(IEndpointRouteBuilder routes, Responder responder)
    {
        var route = new CommandRoute<NamedReport<ReportProgress>>(
            responder,
            ReportProgressBody.Permissions,
            ReportProgressBody.Type,
            (grains, id, report, context) => IncidentRoute.Send(grains, id, report.Sent, context))
        {
            Complete = (report, path) => report with { Command = report.Command with { UnitId = path.Id<UnitId>("unitId") } },
            PermissionOf = ReportProgressBody.PermissionFor,
        };
        routes.MapCommand(HttpMethods.Post, IncidentRoute.One + "/assignments/{unitId}/progress", route, IncidentRoute.Command(
            "reportProgress",
            "Report a stage of an assignment",
            """
            Moves the unit's assignment to a stage. A stage that was reported before is 200, and nothing is recorded. A skipped stage may
            be reported later: its time is filled in, and the assignment's stage stays. 409 `wrongStage` with `stage`: it cannot go from
            its present stage to this one. 404: the unit was never assigned to the incident. The stage decides the permission: `declined`
            is not for dispatchers, `cancelled` is for dispatchers and supervisors only.

            A device names the assignment that it was told of, by its number: then a report that waited in a pocket never lands on a later
            one. Without `assignment` a report from before the unit's present assignment goes to the newest one made at or before it, else
            it is 409 `wrongStage`; before the only one, by at most `Tocsin:DeviceTolerance`, it is taken at that one's time, and its event
            says `adjusted`. 422 `unknownReference`: the unit has no assignment with this number here.
            """,
            UnitParameter));
    }

    private static void MapRemoveLink(IEndpointRouteBuilder routes, Responder responder)
    {
        var route = IncidentRoute.Of<RemoveLink>(
            responder, null, (_, path) => new RemoveLink(path.Id<IncidentId>("incidentId")), Permission.ChangeIncidents);
        routes.MapCommand(HttpMethods.Delete, IncidentRoute.One + "/links/{incidentId}", route, IncidentRoute.Command(
            "removeLink",
            "Remove a link to another incident",
            "Removes the link on both incidents. 404: there is no such link.",
            ApiParameter.OfId<IncidentId>("incidentId", "The other incident.")));
    }

    private static ApiOperation Change => IncidentRoute.Command(
        "changeIncident",
        "Change fields of an incident",
        """
        Changes the fields that are given; the others stay as they are, so that two clients can change different fields at the same time.
        A change of priority, location or station computes the running clocks anew. A `station` that is named stays, whatever the location.
        409 `incidentClosed`: it is closed. 422 `unknownReference`: the station is not registered, is retired, or is a body.
        """);

    private static ApiOperation Assess => IncidentRoute.Command(
        "assessIncident",
        "Assess an incident",
        """
        Says how urgent it is and who answers for it; the newest assessment holds. An incident that belongs to no station belongs to the
        owner since, if that is a station. 409 `incidentClosed`: it is closed. 422 `unknownReference`: the owner is not registered, or is
        retired.
        """);

    private static ApiOperation Note => IncidentRoute.Command(
        "addNote",
        "Add a note to an incident",
        "Adds a note to the trail; the incident itself stays as it is. A closed incident takes notes, too.");

    private static ApiOperation Assign => IncidentRoute.Command(
        "assignUnits",
        "Assign units to an incident",
        """
        Assigns 1 to 50 units in one append. Mode `all`: every unit or none, else 409 `unitBusy` with `units`, each with its code `busy`
        (and the incident that has it), `offDuty` or `outOfService`. Mode `any`: those that are free; the answer then has `refused`, the
        units that were not assigned; 409 when none was. 422 `unknownReference`: a unit is not registered. 409 `incidentClosed`: the
        incident is closed.
        """);

    private static ApiOperation Divert => IncidentRoute.Command(
        "divertUnit",
        "Divert a unit to another incident",
        """
        Ends the unit's active assignment here and assigns it to another open incident, in one append. Priorities are not compared. 409
        `wrongStage`: the unit is no longer on this incident. 409 `incidentClosed`: the other incident is closed. 422 `unknownReference`:
        there is no such incident, or the unit was never assigned here.
        """) with
    {
        Answer = ApiAnswer.Of(() => new DiversionAnswer(
            ExampleScene.Incident, ExampleScene.Incident with { Id = ExampleScene.OtherIncidentId })),
    };

    private static ApiOperation Feedback => IncidentRoute.Command(
        "giveFeedback",
        "Report what was found and done",
        """
        Adds feedback; the first sets `feedbackAt` of the assignment. It may be given any time after the unit was assigned, before arrival
        and after closure, too, and more than once. 422 `unknownReference`: the unit was never assigned here, or has no assignment with
        this number, or a word of `results` is not listed in `GET /settings/closing`. Without `assignment` the assignment is chosen as for a
        stage; 409 `wrongStage`: it happened before all of them.

        With `unitId: null` no unit reports: a station does for itself, or the centre, which settled it by telephone. The incident is then
        attended to. Not for units; for call-takers only this.
        """);

    private static ApiOperation Correct => IncidentRoute.Command(
        "correctStage",
        "Correct or remove a stage time",
        """
        Replaces the time of a stage; null removes the stage, and an active assignment goes back to the furthest stage that is left. The
        old time stays in the trail, and clocks that were judged by it are judged anew. 409 `wrongStage`: the stage has no time to
        correct. 422 `unknownReference`: the unit was never assigned here, or has no assignment with this number.
        """);

    private static ApiOperation Close => IncidentRoute.Command(
        "closeIncident",
        "Close an incident",
        """
        Closes it; active assignments end `cleared` at the same time. A closed incident still takes notes, links, feedback, late stage
        times and corrections. Where `GET /settings/closing` lists outcomes, `valid` follows from the outcome, and the incident must have
        what it needs. 409 `incidentClosed`: it is closed already. 422 `unknownReference`: the disposition is not listed for such
        incidents. 422 `incomplete`: what `missing` names is missing. A supervisor closes it all the same with `override`. An exercise ends
        with any word.
        """);

    private static ApiOperation Reopen => IncidentRoute.Command(
        "reopenIncident",
        "Reopen a closed incident",
        "Opens it again, with no unit assigned; its clocks start anew. 409 `wrongStage`: it is not closed.");

    private static ApiOperation AddLink => IncidentRoute.Command(
        "addLink",
        "Link an incident to another one",
        """
        Links two incidents, on both of them. A link moves no unit, call or status. 422 `unknownReference`: there is no such other incident.
        """);
}
