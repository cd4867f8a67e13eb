using Microsoft.AspNetCore.Authorization;

namespace Tocsin.SignIn;

/// <summary>Checks <see cref="PermissionRequirement"/> by the table of <see cref="Permissions"/>.</summary>
internal sealed class PermissionHandler : AuthorizationHandler<PermissionRequirement>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.User is CallerPrincipal { Caller: var caller })
        {
            foreach (var permission in requirement.Any)
            {
                if (caller.ActorFor(permission) is not null)
                {
                    context.Succeed(requirement);
                    break;
                }
            }
        }
        return Task.CompletedTask;
    }
}
