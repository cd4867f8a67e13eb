using Microsoft.AspNetCore.Authorization;

namespace Tocsin.SignIn;

/// <summary>Judges by the contract's table.</summary>
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
