namespace Tocsin.SignIn;

/// <summary>Says in a sentence who has a permission, for the OpenAPI document.</summary>
internal static class WhoMay
{
    /// <summary>The roles that have any of these permissions.</summary>
    public static string SentenceOf(params Permission[] any)
    {
        var all = RolesWith(any, Right.All);
        var own = RolesWith(any, Right.Own).Except(all).ToArray();
        return (all.Length, own.Length) switch
        {
            (_, 0) => $"Allowed to: {string.Join(", ", all)}.",
            (0, _) => $"Allowed to, for what is their own: {string.Join(", ", own)}.",
            _ => $"Allowed to: {string.Join(", ", all)}; for what is their own: {string.Join(", ", own)}.",
        };
    }

    private static string[] RolesWith(Permission[] any, Right right) =>
        [.. Permissions.Roles.Where(role => any.Any(p => Permissions.Of(p, role) == right))];
}
