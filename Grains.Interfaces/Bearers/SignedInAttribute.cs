namespace Tocsin.Bearers;

/// <summary>
/// A gateway calls it for somebody who is signed in, and the answer does not depend on who that is: a silo asks for a good token, with one
/// of these roles.
/// </summary>
/// <param name="roles">The roles that may; none: every role.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
public sealed class SignedInAttribute(params string[] roles) : Attribute
{
    /// <summary>The roles that may; empty: every role.</summary>
    public IReadOnlyList<string> Roles => roles;
}
