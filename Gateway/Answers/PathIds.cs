using Tocsin.Identity;

namespace Tocsin.Answers;

/// <summary>The ids in the path of a request: every route value is one.</summary>
internal static class PathIds
{
    /// <summary>Whether all of them are valid ids; an invalid one names nothing: 404.</summary>
    public static bool AreGood(HttpContext http)
    {
        foreach (var (_, value) in http.Request.RouteValues)
        {
            if (!EntityIdRule.IsValid(value as string))
                return false;
        }
        return true;
    }

    /// <summary>An id as text; call <see cref="AreGood"/> first.</summary>
    public static string Text(this RouteValueDictionary path, string name) => (string)path[name]!;

    /// <summary>An id; call <see cref="AreGood"/> first.</summary>
    public static T Id<T>(this RouteValueDictionary path, string name)
        where T : struct, IEntityId<T> => T.Of(path.Text(name));
}
