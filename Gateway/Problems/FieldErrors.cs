using System.Globalization;
using System.Text;
using Tocsin.Commands;
using Tocsin.Settings;

namespace Tocsin.Problems;

/// <summary>Collects the errors of a request, field by field. The path of a field is put together only when it has an error.</summary>
public sealed class FieldErrors
{
    private readonly List<(string? Name, int Index)> _path = new(4);
    private List<FieldError>? _errors;

    /// <summary>Whether there is an error.</summary>
    public bool Any => _errors is not null;

    /// <summary>Whether it holds the most errors that an answer names: more are dropped.</summary>
    public bool IsFull => _errors?.Count >= GatewayLimits.FieldErrorsMax;

    /// <summary>The errors, in the order in which they were found.</summary>
    public IReadOnlyList<FieldError> List => _errors ?? [];

    /// <summary>Enters a field: errors are its own until <see cref="Leave"/>.</summary>
    public void Enter(string name) => _path.Add((name, 0));

    /// <summary>Enters an item of a list, from 0.</summary>
    public void Enter(int index) => _path.Add((null, index));

    /// <summary>Leaves the field or item that was entered last.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Adds an error of the field that was entered.</summary>
    public void Add(string code, string message) => AddAt(Path(null), code, message);

    /// <summary>Adds an error of a field of the object that was entered.</summary>
    public void AddBelow(string name, string code, string message) => AddAt(Path(name), code, message);

    private void AddAt(string field, string code, string message)
    {
        if (!IsFull)
            (_errors ??= []).Add(new FieldError(field, code, message));
    }

    private string Path(string? last)
    {
        var path = new StringBuilder();
        foreach (var (name, index) in _path)
        {
            if (name is null)
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else
                Append(path, name);
        }
        if (last is not null)
            Append(path, last);
        return path.ToString();
    }

    private static void Append(StringBuilder path, string name)
    {
        if (path.Length > 0)
            path.Append('.');
        path.Append(name.Length <= GatewayLimits.EchoedNameMax ? name : string.Concat(name.AsSpan(0, GatewayLimits.EchoedNameMax), "…"));
    }
}
