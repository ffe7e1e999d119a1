import { ApiProperty } from '@nestjs/swagger';
import { ForecastView } from '../dry-run/dry-run.views.js';
import { Field } from '../http/api-docs.js';

class HeldBackView {
  @Field('instant', 'Since when.')
  readonly at: Date;

  @Field('text', 'Why, and what to do.')
  readonly reason: string;
}

class RuleTrafficView {
  @Field('integer', 'How often it fired in the last 7 days.')
  readonly fired7Days: number;

  @Field('integer', 'How often it fired in the last 30 days: 0 means that it never won.')
  readonly fired30Days: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly lastFiredAt: Date | null;

  @Field(
    'integer',
    'How often it would have fired in the last 7 days, as a shadow or while it was held back.',
  )
  readonly shadow7Days: number;

  @Field('integer', 'The same for 30 days.')
  readonly shadow30Days: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly lastShadowAt: Date | null;
}

class RuleForecastView extends ForecastView {
  @Field('uuid', 'The dry run that says so.')
  readonly dryRunId: string;

  @Field('instant', 'When that was made.')
  readonly madeAt: Date;
}

/** How a rule does. */
export class RuleFiguresView {
  @ApiProperty({
    type: HeldBackView,
    nullable: true,
    description: 'It is treated as a shadow, because it fired far more often than was foretold.',
  })
  readonly heldBack: HeldBackView | null;

  @ApiProperty({ type: RuleTrafficView })
  readonly traffic: RuleTrafficView;

  @ApiProperty({ type: RuleForecastView, nullable: true, description: 'Null: it was not tried on the past.' })
  readonly forecast: RuleForecastView | null;
}
