namespace Tocsin.Directives;

/// <summary>The words of a directive's kind that have a behaviour. Every other word has none.</summary>
public static class DirectiveKinds
{
    /// <summary>处警: stands for an assignment until its station sends.</summary>
    public const string Handle = "handle";

    /// <summary>布控: every unit may read it; it ends by itself.</summary>
    public const string LookOut = "lookOut";

    /// <summary>上岗: a unit's place on a post; a deployment makes it.</summary>
    public const string Post = "post";

    /// <summary>盯办: reports until one is final.</summary>
    public const string FollowUp = "followUp";

    /// <summary>退回补录: a record goes back to be completed.</summary>
    public const string Complete = "complete";

    /// <summary>移交: an affair goes to another body.</summary>
    public const string Transfer = "transfer";

    /// <summary>整改: something is to be put right.</summary>
    public const string Rectify = "rectify";

    /// <summary>督办: the centre watches that it is done.</summary>
    public const string Supervise = "supervise";

    /// <summary>协助: somebody is to help.</summary>
    public const string Assist = "assist";

    /// <summary>The outcome of a report on a <c>lookOut</c> that found what was sought.</summary>
    public const string Hit = "hit";

    /// <summary>The outcome of a <c>lookOut</c> that ended by itself.</summary>
    public const string Expired = "expired";

    /// <summary>Whether only the centre issues a kind: one whose behaviour moves units or records.</summary>
    /// <param name="kind">The word of the kind.</param>
    public static bool IsOfCentre(string kind) => kind is Handle or LookOut or Supervise or Rectify or Complete or FollowUp or Transfer;

    /// <summary>Whether a kind is issued only while its incident is open.</summary>
    /// <param name="kind">The word of the kind.</param>
    public static bool NeedsOpenIncident(string kind) => kind is Handle or LookOut or Assist;
}
