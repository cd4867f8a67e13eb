using Tocsin.Answers;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Policies;

/// <summary>Which callers are to be called back, and how soon: <c>/api/v1/settings/call-backs</c>.</summary>
internal static class CallBackSettingsRoutes
{
    private const string Path = ApiOperation.BasePath + "/settings/call-backs";

    private static readonly JsonField<IReadOnlyList<string>> Classes = JsonField.Optional(
        "classes",
        new ListType<string>(CommonTypes.Word, 0, ClosingSettings.ClassesMax, distinct: true),
        "The classes of category (`Tocsin:CategoryClasses`) of which the callers are asked; absent or none: all of them.",
        ["help"]);

    private static readonly JsonField<double> Share = JsonField.Optional(
        "share", new NumberType(0, 1), "The share of their incidents that is drawn; absent: 1, all of them.", 0.1);

    private static readonly JsonField<double> WithinHours = JsonField.Optional(
        "withinHours",
        new NumberType(CallBackSettings.HoursMin, CallBackSettings.HoursMax),
        "Hours from the closure until the caller is to be asked; absent: 24.",
        24);

    private static readonly JsonType<SetCallBacks> Body = new ObjectType<SetCallBacks>(
        new FieldSet(Classes, Share, WithinHours),
        v => new SetCallBacks(new CallBackSettings(
            v.Get(Classes, CallBackSettings.Default.Classes),
            v.Get(Share, CallBackSettings.Default.Share),
            v.Get(WithinHours, CallBackSettings.Default.WithinHours))));

    private static readonly ApiAnswer Answer = ApiAnswer.Of(() => new CallBackSettingsView(["help"], 0.1, 24, Version: 1));

    /// <summary>Maps them.</summary>
    public static void MapCallBackSettings(this IEndpointRouteBuilder routes, Responder responder)
    {
        var put = new CommandRoute<SetCallBacks>(
            responder,
            [Permission.Register],
            Body,
            static (grains, setting, command, context) => grains.GetGrain<ISettingGrain>(setting).Execute(command, context))
        {
            Target = static _ => SettingIds.CallBacks,
        };
        routes.MapCommand(HttpMethods.Put, Path, put, new(
            "setCallBacks",
            "Set which callers are to be called back",
            """
            Replaces what was set. Whom to call back is judged by it at each reading, so it also holds for incidents that are closed
            already. Once it is set, callers who are not asked in time stand in `GET /overdue` as `callBackLate`.
            """)
        {
            Tag = PolicyRoutes.Tag,
            Answer = Answer,
            Problems = [409, 412, 422],
        });
        ApiOperation get = new(
            "getCallBacks",
            "Read which callers are to be called back",
            "The classes, the share that is drawn, and the hours. `version` 0: nothing was set, all are listed, and none is late.")
        {
            Tag = PolicyRoutes.Tag,
            Answer = Answer,
        };
        routes.MapGet(responder, Path, get, Permission.ReadUnits, _ => () => responder.Grains.GetGrain<IPolicyReadingGrain>(0).CallBacks());
        routes.MapTrail(
            responder,
            Path,
            static _ => SettingIds.CallBacksStream,
            ("getCallBacksTrail", PolicyRoutes.Tag, "which callers are to be called back", []),
            Permission.ReadSettingTrail);
    }
}
