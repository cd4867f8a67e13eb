using Microsoft.AspNetCore.Authorization;

namespace Tocsin.SignIn;

/// <summary>A route needs one of these permissions. It is metadata of the endpoint, too.</summary>
/// <param name="any">The permissions; several where the body decides which: then the route checks again when it has read the body.</param>
internal sealed class PermissionRequirement(params Permission[] any) : IAuthorizationRequirement
{
    /// <summary>Any of these is enough to be let in.</summary>
    public Permission[] Any { get; } = any;

    /// <summary>The authorization policy of ASP.NET Core that asks for it.</summary>
    public AuthorizationPolicy ToPolicy() =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(this).Build();
}
