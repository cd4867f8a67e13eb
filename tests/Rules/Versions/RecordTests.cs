using System.Reflection;
using Tocsin.Incidents;

namespace Tocsin.Tests.Rules.Versions;

/// <summary>
/// Orleans reads the bytes of a record as a class with the same members without an error, and leaves each member empty. So what is sent
/// as a record stays one.
/// </summary>
public class RecordTests
{
    // Written to the grain storage, which has a serializer of its own.
    private static readonly Type[] Stored = [typeof(NumberBlocks)];

    [Fact]
    public void Whatever_is_sent_is_a_record()
    {
        var sent = new[] { typeof(IncidentState).Assembly, typeof(IncidentView).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsClass && t.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            .Where(t => !t.IsAssignableTo(typeof(Exception)))
            .ToList();
        Assert.NotEmpty(sent);
        Assert.Equal(Stored, sent.Where(t => !IsRecord(t)));
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;
}
