using Microsoft.AspNetCore.Authorization;

namespace Tocsin.SignIn;

/// <summary>A route needs one of these rows of the contract's table.</summary>
/// <param name="any">Several where the body says which: then the route asks again when it has read it.</param>
internal sealed class PermissionRequirement(params Deed[] any) : IAuthorizationRequirement
{
    /// <summary>Any of these is enough to be let in.</summary>
    public Deed[] Any { get; } = any;

    /// <summary>A policy for these rows.</summary>
    public static AuthorizationPolicy PolicyOf(params Deed[] any) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(any)).Build();
}
