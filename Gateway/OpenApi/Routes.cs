using System.Reflection;
using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.SignIn;
using Tocsin.Telemetry;

namespace Tocsin.OpenApi;

/// <summary>Maps routes together with what the contract and the document say about them.</summary>
internal static class Routes
{
    // Whoever lists the routes asks each for a method; ours are delegates over one of no parameters.
    private static readonly MethodInfo Described = typeof(Routes).GetMethod(nameof(Description), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Maps a command.</summary>
    public static void MapCommand<T>(this IEndpointRouteBuilder routes, string method, string pattern, CommandRoute<T> route, Kind<T>? body, ApiRoute api, params Deed[] any) =>
        routes.MapRoute(method, pattern, route.Run, api with
        {
            IsCommand = true,
            Body = body is null ? null : body.Schema,
            BodyRequired = body is not ObjectKind<T> { Shape.MayBeEmpty: true },
        }, any).WithMetadata(new CommandName(method, pattern));

    /// <summary>Maps a route that needs one of these rows of the contract's table.</summary>
    public static IEndpointConventionBuilder MapRoute(this IEndpointRouteBuilder routes, string method, string pattern, RequestDelegate run, ApiRoute api, params Deed[] any)
    {
        var route = routes.MapMethods(pattern, [method], run).WithMetadata(Described, api);
        return any.Length > 0 ? route.RequireAuthorization(PermissionRequirement.PolicyOf(any)) : route;
    }

    private static void Description()
    {
    }
}
