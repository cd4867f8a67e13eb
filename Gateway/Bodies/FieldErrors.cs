using System.Globalization;
using System.Text;
using Tocsin.Commands;
using Tocsin.Limits;

namespace Tocsin.Bodies;

/// <summary>Collects what is wrong with a request, field by field; knows where the reader stands only when something is wrong.</summary>
public sealed class FieldErrors
{
    private readonly List<(string? Name, int Index)> _path = new(4);
    private List<FieldError>? _errors;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _errors is not null;

    /// <summary>Whether no more will be taken: reading on is useless.</summary>
    public bool IsFull => _errors?.Count >= EdgeLimits.FieldErrorsMax;

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<FieldError> List => _errors ?? [];

    /// <summary>Goes into a field.</summary>
    public void Enter(string name) => _path.Add((name, 0));

    /// <summary>Goes into an item of a list.</summary>
    public void Enter(int index) => _path.Add((null, index));

    /// <summary>Goes back out.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Says that the field where the reader stands is wrong.</summary>
    public void Add(string code, string message) => AddAt(Path(null), code, message);

    /// <summary>Says that a field below where the reader stands is wrong.</summary>
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
        path.Append(name.Length <= EdgeLimits.EchoedNameMax ? name : string.Concat(name.AsSpan(0, EdgeLimits.EchoedNameMax), "…"));
    }
}
