using System.Reflection;
using Tocsin.Recording;
using Tocsin.Routing;
using Tocsin.SignIn;
using Tocsin.Telemetry;

namespace Tocsin.Answers;

/// <summary>Maps routes together with their description and the permissions that they need.</summary>
internal static class OperationRoutes
{
    // ASP.NET Core lists an endpoint in the OpenAPI document only with the method that it runs; a method without parameters stands for
    // ours.
    private static readonly MethodInfo Described =
        typeof(OperationRoutes).GetMethod(nameof(Description), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Maps a command.</summary>
    public static void MapCommand<T>(
        this IEndpointRouteBuilder routes, string method, string pattern, CommandRoute<T> route, ApiOperation operation)
    {
        var described = operation with { IsCommand = true, Body = route.Body, BodyRequired = !route.MayBeEmpty };
        routes.MapOperation(method, pattern, route.Run, described, route.Permissions).WithMetadata(new CommandName(method, pattern));
    }

    /// <summary>Maps a route.</summary>
    /// <param name="routes">Where it is mapped.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="run">Carries out a request.</param>
    /// <param name="operation">Its description.</param>
    /// <param name="any">The permissions, of which any is enough; none: it needs no token.</param>
    public static IEndpointConventionBuilder MapOperation(
        this IEndpointRouteBuilder routes,
        string method,
        string pattern,
        RequestDelegate run,
        ApiOperation operation,
        params Permission[] any)
    {
        var route = routes.MapMethods(pattern, [method], run).WithMetadata(
            Described, operation, AccessRule.Of(method, pattern, operation, any));
        if (any.Length == 0)
            return route;
        var requirement = new PermissionRequirement(any);
        return route.WithMetadata(requirement).RequireAuthorization(requirement.ToPolicy());
    }

    private static void Description()
    {
    }
}
